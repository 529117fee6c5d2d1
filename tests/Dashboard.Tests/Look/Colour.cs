using System.Globalization;

namespace Visualizer.Dashboard.Tests.Look;

/// <summary>An opaque sRGB colour in linear light, with the two measures the look is held to: WCAG contrast and distance to the eye (OKLab).</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    public static Colour Parse(string hex) => new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    /// <summary>WCAG 2.2 contrast ratio, 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Euclidean distance in OKLab times 100; about 2 is the least that a side-by-side look can tell.</summary>
    public double Distance(Colour other)
    {
        var (a, b) = (Lab, other.Lab);
        return 100 * Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));
    }

    /// <summary>As seen by an eye that lacks one kind of cone; <paramref name="m"/> is a row-major matrix on linear light (Machado, Oliveira, Fernandes 2009, severity 1).</summary>
    public Colour SeenThrough(double[] m) => new(
        Math.Clamp((m[0] * R) + (m[1] * G) + (m[2] * B), 0, 1),
        Math.Clamp((m[3] * R) + (m[4] * G) + (m[5] * B), 0, 1),
        Math.Clamp((m[6] * R) + (m[7] * G) + (m[8] * B), 0, 1));

    private double Luminance => (0.2126 * R) + (0.7152 * G) + (0.0722 * B);

    private (double L, double A, double B) Lab
    {
        get
        {
            var l = Math.Cbrt((0.4122214708 * R) + (0.5363325363 * G) + (0.0514459929 * B));
            var m = Math.Cbrt((0.2119034982 * R) + (0.6806995451 * G) + (0.1073969566 * B));
            var s = Math.Cbrt((0.0883024619 * R) + (0.2817188376 * G) + (0.6299787005 * B));
            return ((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
                (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
                (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        }
    }

    private static double Channel(string hex, int at)
    {
        var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
