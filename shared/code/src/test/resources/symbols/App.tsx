import React from 'react';

type Props = { name: string; onClick?: () => void };

/** Greets somebody. */
export const Greeting: React.FC<Props> = ({ name, onClick }) => (
  <div className="greeting" onClick={() => onClick?.()}>
    Hello, {name}!
  </div>
);

export default function App() {
  const [count, setCount] = React.useState<number>(0);
  return (
    <>
      <Greeting name={`you ${count}`} onClick={() => setCount(count + 1)} />
    </>
  );
}

const Memo = React.memo(function Inner() {
  return <p />;
});
