import React, { useState, type FC } from 'react'
import { Line as LineRow } from './Line'
import * as Icons from './icons'
import { useOrder } from '../hooks'
import styles from './order.module.css'

const Details = React.lazy(() => import('./Details'))

interface Props<T> {
  order: Order<T>
  onClose?: (order: Order<T>) => void
}

export const OrderPage: FC<Props<Cart>> = ({ order, onClose = ignore }) => {
  const [open, setOpen] = useState<State | null>(INITIAL)
  const { total, lines: rows } = useOrder(order.id)
  const close = useCallback(() => onClose(order), [order, onClose])
  return (
    <Layout.Page className={styles.page} title={total.format()} {...DEFAULTS}>
      <Icons.Cart size={SIZE} />
      {rows.map((row) => (
        <LineRow key={row.id} line={row} onSelect={setOpen} />
      ))}
      <button onClick={close}>{open ? LABEL : translate('open')}</button>
      <Details<Cart> order={order}>text</Details>
    </Layout.Page>
  )
}

export default withStore(OrderPage)
