package com.acme
package shop

import scala.collection.mutable

/** What a customer means to buy. */
@deprecated("no", "1")
final case class Cart[T <: Line](owner: String, private val note: String)(implicit clock: Clock)
    extends Base(owner)
    with Iterable[T] {
  val Max: Int = 100
  private[shop] var lines: List[T] = Nil
  lazy val total = lines.size

  /** Adds a line. */
  def add[U](line: T, count: Int = 1): Cart[T] = {
    def helper = 1
    val inner = 2
    this
  }

  protected def hidden(): Unit = ()

  type Id = String
}

object Cart {
  def apply(owner: String): Cart[Line] = ???
}

sealed trait Event {
  def at: Long
}

object Main {
  def main(args: Array[String]): Unit = println("cart")
}
