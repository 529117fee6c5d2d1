using Microsoft.AspNetCore.Components;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>One intent, its attempts, and what is left in the ledger.</summary>
public sealed partial class IdempotencyPage(IdempotencyClient client)
{
    /// <summary>Sandbox time that the work of two at once takes, so that the second comes while the first is still at it.</summary>
    private const int WorkMs = 600;

    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] OnOff = ["off", "on"];
    private static readonly string[] Stores = ["none", "racy", "atomic"];

    private LabShell? shell;
    private (int Run, int Last) numbered;

    public override Lab Lab { get; } = LabCatalog.Find(IdempotencyView.Slug)!;

    public override Lesson Lesson => IdempotencyLesson.Lesson;

    [SupplyParameterFromQuery(Name = "method")] public string? MethodInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "key")] public string? KeyInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "store")] public string? StoreInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "lost")] public string? LostInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "retries")] public string? RetriesInAddress { get; set; }

    protected override IdempotencyView NewLabView() => new();

    private string Method => Methods.Contains(MethodInAddress) ? MethodInAddress! : "POST";

    private bool WithKey => KeyInAddress == "on";

    private string StoreName => Stores.Contains(StoreInAddress) ? StoreInAddress! : "none";

    private int Lost => UpToThree(LostInAddress, otherwise: 2);

    private int Retries => UpToThree(RetriesInAddress, otherwise: 2);

    private Wish NextWish() => new(Method, WithKey, (Store)Array.IndexOf(Stores, StoreName), NextNumber(), Lost, Retries);

    /// <summary>A new number for each intent, also where the journal has not yet told of the one before.</summary>
    private int NextNumber()
    {
        numbered = (Now.Run, Math.Max(numbered.Run == Now.Run ? numbered.Last : 0, Now.PageIntents) + 1);
        return numbered.Last;
    }

    private string Verb => Method switch
    {
        "PUT" => "Put one order",
        "PATCH" => "Add a tag",
        "DELETE" => "Delete one order",
        _ => "Buy one ticket",
    };

    private bool TooMany => View.Result.Orders > View.Result.Intents;

    private IReadOnlyList<(string, string, string)> Shelved =>
        [.. View.Keys.Select(k => (k.Key, k.What, k.What.StartsWith('2') ? "ok" : k.What.StartsWith('5') ? "fail" : "wait"))];

    private IReadOnlyList<(string, string, string)> Booked => [.. View.Orders.Select(o => ($"{o.Id}", $"{o.TotalCents / 100m:0.00}", "ok"))];

    private Task Buy() => SendAsync(NextWish());

    private Task SendTwo() => Acts.JoinAsync(_ => client.SendTwiceAsync(NextWish() with { WorkMs = Method == "POST" && StoreName == "racy" ? 0 : WorkMs }));

    private Task ChangeTheAmount() => Now.LastKeyed is { Key: { } key } last
        ? SendAsync(NextWish() with { Method = "POST", WithKey = true, OldKey = key, Quantity = 2, Lost = 0, Store = StoreOf(last.Path) })
        : Task.CompletedTask;

    private Task SendAsync(Wish wish) => Acts.JoinAsync(stint => client.SendAsync(wish, stint));

    private Task Play(bool withKey) => Acts.AloneAsync(async stint =>
    {
        await Control.ResetAsync(IdempotencyView.Slug);
        await client.SendAsync(new Wish("POST", withKey, withKey ? Store.Atomic : Store.None, Number: 1, Lost: 2, Retries: 2), stint);
    });

    private Task Open(long number) => shell?.OpenAsync(number) ?? Task.CompletedTask;

    /// <summary>What the other kind of run came to, to compare with.</summary>
    private string Other(Func<Tally, string> number) => (View.Result, View.WithoutKey, View.WithKey) switch
    {
        var (now, without, _) when without is { Intents: > 0 } && !ReferenceEquals(now, without) => $"without a key: {number(without)}",
        var (now, _, with) when with is { Intents: > 0 } && !ReferenceEquals(now, with) => $"with a key: {number(with)}",
        _ => "",
    };

    private static Store StoreOf(string path) => path switch
    {
        "/unsafe/orders" => Store.None,
        "/racy/orders" => Store.Racy,
        _ => Store.Atomic,
    };

    private static int UpToThree(string? text, int otherwise) => text is [>= '0' and <= '3'] ? text[0] - '0' : otherwise;
}
