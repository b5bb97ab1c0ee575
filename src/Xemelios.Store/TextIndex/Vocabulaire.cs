using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>The words that the pages hold, folded, as one search sees them: those of pages that its reader may see.</summary>
internal sealed class Vocabulaire(SqliteConnection connexion, RechercheDansLIndex pages, TermesConnus connus, CancellationToken annulation)
{
    private const string ApresTouteSuite = "\U0010FFFF";

    /// <summary>Whether some page holds this word, or for the last word typed one that begins so.</summary>
    public bool Contient(Critere.Mot mot)
    {
        if (!pages.ToutEstVisible)
            return pages.Existe(mot.EstDernier ? ExpressionFts.Citer(mot.Texte) + "*" : ExpressionFts.Citer(mot.Texte));
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
        var voisins = Proposables(terme => FauteDeFrappe.SepareAuPlus(mot.Texte, terme));
        return voisins.Count > 0 || !mot.EstDernier
            ? voisins
            : Proposables(terme => FauteDeFrappe.SepareAuPlusDuDebut(mot.Texte, terme));
    }

    private List<string> MemesNombres(string sansZeros) => sansZeros.Length == 0
        ? []
        : Proposables(terme => terme.AsSpan().TrimStart('0').SequenceEqual(sansZeros));

    // A word that only pages outside of the perimeter hold would tell, by what it keeps from being looked for, that it exists.
    private List<string> Proposables(Func<string, bool> convient) =>
        [.. connus.Lire(connexion, annulation).Where(convient).Where(terme => pages.ToutEstVisible || pages.Existe(ExpressionFts.Citer(terme)))];
}
