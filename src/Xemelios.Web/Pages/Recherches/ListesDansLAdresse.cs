using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using Xemelios.Store;

namespace Xemelios.Web.Pages.Recherches;

/// <summary>What an address must not hold: values that say who someone is, and lists of thousands of matricules. They are kept in the
/// data folder, and the address names them.</summary>
public sealed class ListesDansLAdresse(Entrepot entrepot)
{
    private const string Marque = "liste:";

    /// <summary>How many values an address holds itself.</summary>
    private const int ValeursMax = 20;

    /// <summary>The criteria as an address may hold them.</summary>
    public string Proteger(Sujet sujet, string texte) => EcritureDeCriteres.Ecrire(Transformer(sujet.Lire(texte), Garder));

    /// <summary>The search with the values that its address only names.</summary>
    /// <exception cref="Query.CritereInconnuException">a list is not in this folder.</exception>
    public RechercheQuestion Resoudre(RechercheQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Criteres.Contains(Marque, StringComparison.Ordinal) ? question with { Criteres = Resoudre(question.Sujet, question.Criteres) } : question;
    }

    /// <inheritdoc cref="Resoudre(RechercheQuestion)"/>
    public string Resoudre(Sujet sujet, string texte) => EcritureDeCriteres.Ecrire(Transformer(sujet.Lire(texte), Retrouver));

    private Test Garder(Test test) =>
        test.Valeurs.Count > 0 && !EstNommee(test) && (test.Critere.Sensible || test.Valeurs.Count > ValeursMax)
            ? test with { Valeurs = [Marque + entrepot.Recherches.GarderUneListe([test.Critere.Cle, .. test.Valeurs])] }
            : test;

    private Test Retrouver(Test test)
    {
        if (!EstNommee(test))
            return test;
        // A list belongs to its criterion: under another one, a NIR would be said on the screen.
        return entrepot.Recherches.Liste(test.Valeurs[0][Marque.Length..]) is { Count: > 1 } liste && liste[0] == test.Critere.Cle
            ? test with { Valeurs = [.. liste.Skip(1)] }
            : throw new Query.CritereInconnuException(test.Valeurs[0]);
    }

    private static bool EstNommee(Test test) => test.Valeurs is [var seule] && seule.StartsWith(Marque, StringComparison.Ordinal);

    private static Condition Transformer(Condition condition, Func<Test, Test> transformer) => condition switch
    {
        Test test => transformer(test),
        Et et => new Et([.. et.Termes.Select(t => Transformer(t, transformer))]),
        Ou ou => new Ou([.. ou.Termes.Select(t => Transformer(t, transformer))]),
        Non non => new Non(Transformer(non.Terme, transformer)),
        LigneAvec ligne => new LigneAvec(Transformer(ligne.Terme, transformer)),
        _ => condition,
    };
}
