#!/usr/bin/env ruby
# frozen_string_literal: true

# Things to sell.
module Acme::Shop
  # What a customer means to buy.
  #
  # Not for threads.
  class Cart < Base
    MAX_LINES = 100

    attr_reader :owner, :lines
    attr_accessor :note

    def initialize(owner, *lines, strict: true, &block)
      @owner = owner
    end

    # Adds a line.
    def add(line) = @lines << line

    def self.load(name)
      new(name)
    end

    class << self
      def build; end
    end

    def empty?
      true
    end

    alias blank? empty?
    alias_method :none?, :empty?

    private

    def hidden; end

    protected def guarded; end
  end

  Price = Struct.new(:cents, :currency) do
    def euros; cents / 100; end
  end

  class Error < StandardError; end
end

def top_level(x)
  x
end

if __FILE__ == $PROGRAM_NAME
  top_level(1)
end
