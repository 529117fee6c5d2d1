using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Visualizer.DemoApi.Wire;

namespace Visualizer.DemoApi.Tests.Wire;

public sealed class JsonBodyFuzzTests
{
    private static readonly byte[] Sample = Encoding.UTF8.GetBytes(
        """{"product_id":1,"note":"a\u00fc\ud83d\ude00","price":-1.5e3,"gift":true,"tags":["x","y"],"ship_to":{"city":null},"at":"2026-01-23T11:00:00Z"}""");

    [Fact]
    public void AnyBytes_AreReadOrRefusedButNeverThrow() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void SlightlyBrokenJson_IsReadOrRefusedButNeverThrows()
    {
        var edits = Gen.Choose(0, Sample.Length - 1).SelectMany(at => Gen.Elements(0, (int)'"', '\\', '{', '}', '[', ',', ':', '9', 'u', 'd', 'n', 0x80, 0xC3, 0xED, 0xFF)
            .Select(with => (At: at, With: (byte)with))).NonEmptyListOf();
        var broken = edits.Select(list => list.Take(4).Aggregate((byte[])[.. Sample], (bytes, edit) => { bytes[edit.At] = edit.With; return bytes; }));

        Prop.ForAll(broken.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void EveryPrefix_IsRefused() =>
        Assert.All(Enumerable.Range(0, Sample.Length), length => Assert.NotNull(JsonBody.Parse<JsonBodyTests.Order>(Sample[..length]).Problem));

    private static bool Holds(byte[] bytes)
    {
        var asOrder = JsonBody.Parse<JsonBodyTests.Order>(bytes);
        var asAnything = JsonBody.Parse<System.Text.Json.JsonElement>(bytes);
        return asOrder.Problem is null ? asAnything.Problem is null : asOrder.Problem.Type.Status == 400;
    }
}
