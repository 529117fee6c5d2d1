namespace Visualizer.DemoApi.Labs.JwtSecurity;

/// <summary>Which claims tell something about a person, and why that matters: a payload is readable by whoever holds the token.</summary>
public static class PersonalData
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "names a person",
        ["given_name"] = "names a person",
        ["family_name"] = "names a person",
        ["nickname"] = "names a person",
        ["preferred_username"] = "often is a name or an address",
        ["email"] = "reaches a person, and changes while old tokens keep the old one",
        ["phone"] = "reaches a person",
        ["phone_number"] = "reaches a person",
        ["address"] = "says where a person lives",
        ["birth_date"] = "identifies together with a name, and never changes",
        ["birthdate"] = "identifies together with a name, and never changes",
        ["gender"] = "describes a person",
        ["picture"] = "shows a person",
        ["ssn"] = "identifies a person for life",
        ["national_id"] = "identifies a person for life",
        ["salary"] = "is nobody's business",
        ["health"] = "is specially protected (GDPR Art. 9)",
        ["ip"] = "follows a person around",
    };

    /// <summary>Claim name, without regard to case, to the reason.</summary>
    public static IReadOnlyDictionary<string, string> All => Reasons;

    /// <summary>Why a claim is personal data, or null.</summary>
    public static string? Why(string claim, string value) =>
        Reasons.GetValueOrDefault(claim) ?? (value.Contains('@') && value.Contains('.') ? "looks like an e-mail address" : null);
}
