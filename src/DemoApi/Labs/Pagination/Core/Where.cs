namespace Visualizer.DemoApi.Labs.Pagination.Core;

/// <summary>Joins the conditions of a query; values are parameters, never text.</summary>
internal static class Where
{
    public const string Category = "Category = @category";

    public static string All(params IEnumerable<string?> conditions)
    {
        var said = conditions.OfType<string>().ToList();
        return said.Count == 0 ? "" : $"WHERE {string.Join(" AND ", said)}";
    }
}
