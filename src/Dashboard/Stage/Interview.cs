namespace Visualizer.Dashboard.Stage;

/// <summary>A lab's answer as one would say it.</summary>
public sealed record Interview(string Answer, string TradeOff, string FollowUp, string FollowUpAnswer, string Trap);
