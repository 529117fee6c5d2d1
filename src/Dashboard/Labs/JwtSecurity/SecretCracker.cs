namespace Visualizer.Dashboard.Labs.JwtSecurity;

/// <summary>Guesses the secret of an HS256 token with a list of words: nothing is sent, and no server can notice or slow it down.</summary>
internal static class SecretCracker
{
    /// <summary>The word that fits, or null, and how many were tried.</summary>
    public static (string? Secret, int Tried) Crack(TokenText token, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (token.IsSignedWith(words[i]))
                return (words[i], i + 1);
        }

        return (null, words.Count);
    }
}
