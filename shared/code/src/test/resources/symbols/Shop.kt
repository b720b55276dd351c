@file:JvmName("Shops")

package com.acme.shop

import java.io.Closeable

/**
 * What a customer means to buy.
 */
@Suppress("unused")
data class Cart<T : Line>(
    val owner: String,
    private var note: String = "",
    limit: Int,
) : Base(owner), Closeable {
    /** How many lines. */
    val size: Int
        get() = lines.size

    private lateinit var lines: MutableList<T>

    constructor(owner: String) : this(owner, "", 1)

    init {
        println("made")
    }

    override fun close() {
        val inner = object : Runnable {
            override fun run() {}
        }
    }

    companion object {
        const val MAX_LINES = 100

        fun of(owner: String) = Cart<Line>(owner)
    }
}

sealed interface Event {
    val at: Long

    fun apply()
}

fun interface Visitor {
    fun visit(cart: Cart<*>): Boolean
}

enum class State(val code: Int) {
    OPEN(1),
    PAID(2),
}

object Registry {
    fun find(id: String): Cart<*>? = null
}

annotation class Audited

typealias Price = Long

val counter = 0

/** Converts. */
internal suspend fun String.toCents(rate: Int = 1): Price {
    fun helper() {}
    return 1
}

class CartTest {
    @Test
    fun `adds a line`() {}
}

fun main() {
    runApplication<Cart<Line>>()
}
