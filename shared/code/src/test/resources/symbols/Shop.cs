using System;

namespace Acme.Shop
{
    /// <summary>What a customer means to buy.</summary>
    [Serializable]
    public abstract partial class Cart<T> : Base, IEnumerable<T> where T : Line, new()
    {
        public const int MaxLines = 100;
        private static int count, total;

        /// <summary>Who pays.</summary>
        public string Owner { get; private set; } = "";

        protected Cart(string owner) : base(owner) { }

        [Obsolete("no")]
        public virtual async Task<int> AddAsync<U>(U line, int count = 1) => await Task.FromResult(1);

        void Hidden() { void Local() { } }

        public event EventHandler Changed;
        public int this[int index] { get { return 1; } }
        public static Cart<T> operator +(Cart<T> a, Cart<T> b) => a;

        internal enum State { Open, Paid = 2 }
        public delegate void Visitor(Cart<T> cart);
    }

    interface IVisitor
    {
        void Visit(int x);
        int Depth { get; }
    }

    public record Price(long Cents, string Currency);
    public struct Point { public int X; }

    static class Program
    {
        static void Main(string[] args) { }
    }
}
