namespace Visualizer.DemoApi.Wire;

/// <summary>What may be handed to an HTTP client as a header.</summary>
public static class HeaderText
{
    /// <summary>
    /// False for a value with a line break or another control character (RFC 9110 §5.5). The framework's client sends such a value as it is where it
    /// was added without validation, and what stands behind the line break is the next header, or a whole request of its own.
    /// </summary>
    public static bool CanCarry(string value) => !value.Any(c => char.IsControl(c) && c != '\t');
}
