using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>The words that the pages hold, folded, as one search sees them.</summary>
internal sealed class Vocabulaire(SqliteConnection connexion, TermesConnus connus, CancellationToken annulation)
{
    private const string ApresTouteSuite = "\U0010FFFF";

    /// <summary>Whether some page holds this word, or for the last word typed one that begins so.</summary>
    public bool Contient(Critere.Mot mot)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT EXISTS (SELECT 1 FROM vocabulaire_page WHERE term >= $debut AND term <= $fin)";
        commande.Parameters.AddWithValue("$debut", mot.Texte);
        commande.Parameters.AddWithValue("$fin", mot.EstDernier ? mot.Texte + ApresTouteSuite : mot.Texte);
        return (long)commande.ExecuteScalar()! == 1;
    }

    /// <summary>Words that may have been meant: one typing error away (for the last word, failing that, words that begin so), or
    /// the same number with other leading zeros.</summary>
    public IReadOnlyList<string> Voisins(Critere.Mot mot)
    {
        if (mot.EstUnNombre)
            return MemesNombres(mot.Texte.TrimStart('0'));
        if (!mot.AdmetUneFaute)
            return [];
        var voisins = Termes().Where(terme => FauteDeFrappe.SepareAuPlus(mot.Texte, terme)).ToList();
        return voisins.Count > 0 || !mot.EstDernier
            ? voisins
            : [.. Termes().Where(terme => FauteDeFrappe.SepareAuPlusDuDebut(mot.Texte, terme))];
    }

    private List<string> MemesNombres(string sansZeros) => sansZeros.Length == 0
        ? []
        : [.. Termes().Where(terme => terme.AsSpan().TrimStart('0').SequenceEqual(sansZeros))];

    private IReadOnlyList<string> Termes() => connus.Lire(connexion, annulation);
}
