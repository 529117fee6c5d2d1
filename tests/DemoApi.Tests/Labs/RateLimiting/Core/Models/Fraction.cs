using System.Numerics;

namespace Visualizer.DemoApi.Tests.Labs.RateLimiting.Core.Models;

/// <summary>An exact fraction of any size: slow, and nothing to get wrong.</summary>
internal readonly record struct Fraction(BigInteger Over, BigInteger Under)
{
    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction Of(decimal thousandths) => new((BigInteger)(thousandths * 1000), 1000);

    public static Fraction operator +(Fraction a, Fraction b) => new(a.Over * b.Under + b.Over * a.Under, a.Under * b.Under);

    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.Over, b.Under);

    public static Fraction operator *(Fraction a, Fraction b) => Reduced(a.Over * b.Over, a.Under * b.Under);

    public static Fraction operator /(Fraction a, Fraction b) => a * (b.Over < 0 ? new(-b.Under, -b.Over) : new(b.Under, b.Over));

    public static bool operator <(Fraction a, Fraction b) => a.Over * b.Under < b.Over * a.Under;

    public static bool operator >(Fraction a, Fraction b) => b < a;

    public static bool operator <=(Fraction a, Fraction b) => !(b < a);

    public static bool operator >=(Fraction a, Fraction b) => !(a < b);

    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a < b ? b : a;

    public double ToDouble() => (double)(Over * 1_000_000_000_000 / Under) / 1e12;

    private static Fraction Reduced(BigInteger over, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(over, under);
        return new(over / common, under / common);
    }
}
