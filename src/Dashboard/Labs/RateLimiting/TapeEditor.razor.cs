using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.RateLimiting;

/// <summary>Shows a tape and lets hands change it; the page keeps it.</summary>
public sealed partial class TapeEditor(TimeProvider real) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private const int ShortMs = 20_000;

    private readonly string hintId = $"hint-{Guid.NewGuid():N}";

    /// <summary>The stops in the order of the document, which stays while they move: the moved one keeps the focus.</summary>
    private readonly List<(int Id, int AtMs)> items = [];

    private TapeChoice shown = null!; // the page's answer to a change comes one render later
    private (TapeChoice, LimitSettings)? drawn;
    private Settling? settling;
    private int lastId;

    [Parameter, EditorRequired] public TapeChoice Choice { get; set; } = null!;

    [Parameter] public EventCallback<TapeChoice> ChoiceChanged { get; set; }

    /// <summary>Told when the hand rests, to be kept in the address.</summary>
    [Parameter] public EventCallback Settled { get; set; }

    /// <summary>What is set: presets are made for it.</summary>
    [Parameter] public LimitSettings Limits { get; set; } = LimitSettings.Default;

    /// <summary>How much sandbox time a tape's line shows: the lanes below show as much.</summary>
    public static int SpanOf(RequestTape tape) => tape.Stops.Count > 0 && tape.Stops[^1].AtMs > ShortMs ? RequestTape.LongestMs : ShortMs;

    private int SpanMs => SpanOf(shown.Tape);

    private string Sum => shown.Tape.Requests switch
    {
        0 => "no request",
        1 => $"1 request{Price}",
        var many => $"{many} requests{Price}",
    };

    private string Price => shown.Tape.Cost == 1 ? "" : $", cost {shown.Tape.Cost}";

    private IEnumerable<(int Id, TapeStop Stop, double Place)> Placed
    {
        get
        {
            var places = TapeLayout.Place(shown.Tape.Stops, SpanMs);
            var byInstant = shown.Tape.Stops.Zip(places).ToDictionary(p => p.First.AtMs);
            return items.Select(item => (item.Id, byInstant[item.AtMs].First, byInstant[item.AtMs].Second));
        }
    }

    protected override void OnInitialized() => settling = new(real, Rest, () => InvokeAsync(() => Settled.InvokeAsync()));

    protected override void OnParametersSet() => Show(Choice);

    private void Show(TapeChoice choice)
    {
        shown = choice;
        if (shown.Tape.Stops.Select(s => s.AtMs).ToHashSet().SetEquals(items.Select(i => i.AtMs)))
            return; // changed here, or only in number
        items.Clear();
        items.AddRange(shown.Tape.Stops.Select(s => (++lastId, s.AtMs)));
    }

    /// <summary>The page renders whenever something happens, the tape seldom changes.</summary>
    protected override bool ShouldRender()
    {
        (var before, drawn) = (drawn, (shown, Limits));
        return before != drawn;
    }

    private Task Press(int id, KeyboardEventArgs pressed)
    {
        var (from, tape) = (AtOf(id), shown.Tape);
        if (from is not { } at || pressed.CtrlKey || pressed.MetaKey || pressed.AltKey)
            return Task.CompletedTask;
        var step = pressed.ShiftKey ? 1_000 : RequestTape.StepMs;
        return pressed.Key switch
        {
            "ArrowRight" or "ArrowUp" => Move(id, at, tape.NextFree(at, step)),
            "ArrowLeft" or "ArrowDown" => Move(id, at, tape.NextFree(at, -step)),
            "+" or "Insert" => Change(tape.Add(at)),
            "-" => Change(tape.Take(at, 1)),
            "Delete" or "Backspace" => Change(tape.Take(at, RequestTape.MostRequests)),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>What the pointer did: <c>3 9900</c> dropped stop 3 at 9.9 s, <c>new 9900</c> pressed on the line there.</summary>
    private Task Dropped(ChangeEventArgs told)
    {
        if ((told.Value as string)?.Split(' ') is not [var what, var where] || !int.TryParse(where, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > RequestTape.LongestMs)
            return Task.CompletedTask;
        if (what == "new")
            return Add(at);
        return int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && AtOf(id) is { } from ? Move(id, from, at) : Task.CompletedTask;
    }

    private Task AddAtEnd() => Add(shown.Tape.Stops.Count == 0 ? 1_000 : shown.Tape.NextFree(shown.Tape.Stops[^1].AtMs, 1_000));

    private Task Add(int at)
    {
        if (shown.Tape.Requests >= RequestTape.MostRequests)
            return Task.CompletedTask;
        if (!items.Exists(i => i.AtMs == at))
            items.Add((++lastId, at));
        return Change(shown.Tape.Add(at));
    }

    private Task Move(int id, int from, int to)
    {
        if (from == to)
            return Task.CompletedTask;
        items.RemoveAll(i => i.AtMs == to); // they join
        items[items.FindIndex(i => i.Id == id)] = (id, to);
        return Change(shown.Tape.Move(from, to));
    }

    private Task Change(RequestTape tape)
    {
        items.RemoveAll(i => !tape.Stops.Any(s => s.AtMs == i.AtMs));
        return ChooseAsync(TapeChoice.Own(tape));
    }

    private Task Pick(ChangeEventArgs chosen) =>
        TapePreset.Find(chosen.Value as string ?? "") is { } preset ? ChooseAsync(new(preset, preset.Make(Limits).WithCost(shown.Tape.Cost))) : Task.CompletedTask;

    private Task ChooseAsync(TapeChoice choice)
    {
        Show(choice);
        settling!.Ask();
        return ChoiceChanged.InvokeAsync(choice);
    }

    public void Dispose() => settling?.Dispose();

    private int? AtOf(int id) => items.FindIndex(i => i.Id == id) is >= 0 and var index ? items[index].AtMs : null;

    private string Name(TapeStop stop)
    {
        var first = shown.Tape.Stops.TakeWhile(s => s.AtMs < stop.AtMs).Sum(s => s.Count) + 1;
        return stop.Count == 1 ? $"request {first} at {TapeText.Seconds(stop.AtMs)} s" : $"requests {first} to {first + stop.Count - 1} at {TapeText.Seconds(stop.AtMs)} s";
    }

    private static string Percent(double share) => share.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
