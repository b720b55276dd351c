# frozen_string_literal: true

require "set"
require_relative "cart"
require_relative "../pay/money"
require "#{ROOT}/plugin"
autoload :Tax, "shop/tax"
load "tasks.rb"

module Shop
  LIMIT = Cart::MAX_LINES
  Failed = Class.new(Pay::Error)
  Point = Struct.new(:x, :y) do
    include Comparable

    def far?(other = ORIGIN)
      distance(other) > Units.far
    end
  end

  class Order < Base::Record
    include Priced, Pay::Refundable
    extend Finders
    prepend Audited

    attr_reader :cart
    belongs_to :owner, class_name: "Person"
    before_save :check!, if: :changed?

    @@count = START

    def initialize(cart, tax: Tax.default, *rest, **options, &block)
      super(cart)
      @cart = Cart.new(cart, *rest)
      @taxes ||= Pay::Taxes.new(tax, country: COUNTRY)
      block.call(options)
    end

    def total(discount = nil)
      sum = Money.zero
      @cart.lines.each { |line| sum += line.price(discount) }
      @cart.lines.each_with_index do |line, (index, *others)|
        line.check(index, others)
      end
      tax, rate = @taxes.split
      prices = lines.map(&:price).select(&method(:valid?))
      self.rounded(sum, by: rate).add(prices, tax)
    end

    def ship(event)
      begin
        parcel = Parcel.new
        parcel.address = owner.address
        store.save parcel, &on_saved
      rescue Late, Pay::Refused => error
        raise Failed.new("late"), error.message if error.is_a?(Late)
      rescue Broken => broken
        broken.report
      ensure
        cleanup
      end
      case event
      when Shipped then event.confirm(NOW)
      when State::OPEN, 1..LAST then reopen
      end
      case event
      in {name: String => name, at:} then later(name, at)
      in Moved[from, *steps] then from.leave(steps)
      end
      for step in steps_of(event) do step.run end
      add = ->(count) { count + OFFSET }
      handlers = { key: VALUE, OTHER => add, "x" => fallback }
      Cart.build handlers, note: "#{@cart.name} #{WIDTH}"
      ::Top::Level.run(*handlers)&.finish
      yield @cart[0].price
    end

    class << self
      def build(attributes) = new(attributes)
    end

    def self.create
      build(defaults).tap { |order| order.save }
    end

    private

    def valid?(price) = price.positive?
  end
end

Shop::Order.create if __FILE__ == $0
