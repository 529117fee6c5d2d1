using Visualizer.Dashboard.Stage;

namespace Visualizer.Dashboard.Labs.Idempotency;

/// <summary>The columns of the picture.</summary>
public static class Station
{
    public const int Client = 0;
    public const int Network = 1;
    public const int Api = 2;
    public const int Keys = 3;
    public const int Ledger = 4;

    public static readonly IReadOnlyList<Actor> All =
    [
        new("client", "Client"),
        new("network", "Network"),
        new("api", "API"),
        new("keys", "Key store"),
        new("ledger", "Ledger"),
    ];
}
