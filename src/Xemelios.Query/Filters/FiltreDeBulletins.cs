using Xemelios.Query.Criteres;

namespace Xemelios.Query.Filters;

/// <summary>A short way to ask a criterion in an address: <c>nature=64111</c>. Figures lead to their bulletins by these.</summary>
/// <param name="Cle">Key in the address.</param>
/// <param name="Libelle">Label shown to the reader.</param>
/// <param name="Critere">Key of the criterion.</param>
/// <param name="Operateur">How it is compared.</param>
/// <param name="Phrase">French sentence, the value in place of <c>{0}</c>.</param>
public sealed record FiltreDeBulletins(string Cle, string Libelle, string Critere, Operateur Operateur, string Phrase)
{
    /// <summary>The criterion of the search of bulletins that it asks.</summary>
    public Critere Declaration => Sujet.Bulletins.Trouver(Critere)!;

    /// <summary>The condition bears on lines: the result counts the lines found.</summary>
    public bool SurLigne => Declaration.SurLigne;

    /// <summary>What it asks for; null when the value does not read.</summary>
    public Condition? Condition(string valeur)
    {
        if (Declaration.Genre == GenreDeCritere.Presence)
            return OuiNon(valeur) is { } oui ? new Test(Declaration, oui ? Operateur.Renseigne : Operateur.Vide, []) : null;
        if (valeur == FiltresDeBulletins.Sans && Declaration.Genre is GenreDeCritere.Texte or GenreDeCritere.Liste)
            return Sans;
        if (Operateur == Operateur.Parmi)
            return ParmiOuSans(valeur.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Declaration.Lire(valeur) is null || !FiltresDeBulletins.EstConnu(this, valeur) ? null : new Test(Declaration, Operateur, [valeur]);
    }

    // A list may hold what has none among its values.
    private Condition? ParmiOuSans(string[] valeurs)
    {
        List<Condition> termes = [];
        if (valeurs.Where(v => v != FiltresDeBulletins.Sans).ToList() is { Count: > 0 } nommees)
            termes.Add(new Test(Declaration, Operateur.Parmi, nommees));
        if (valeurs.Contains(FiltresDeBulletins.Sans))
            termes.Add(new Test(Declaration, Operateur.Vide, []));
        return termes.Count switch { 0 => null, 1 => termes[0], _ => new Ou(termes) };
    }

    // Withholdings without nature: what is empty is looked for among them alone.
    private Condition Sans => Critere == "nature_retenues"
        ? new Et([new Test(Sujet.Bulletins.Trouver("part")!, Operateur.Identique, ["retenues"]), new Test(Declaration, Operateur.Vide, [])])
        : new Test(Declaration, Operateur.Vide, []);

    private static bool? OuiNon(string texte) => texte switch
    {
        "oui" or "true" or "1" => true,
        "non" or "false" or "0" => false,
        _ => null,
    };
}
