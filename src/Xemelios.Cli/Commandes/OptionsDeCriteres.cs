using System.CommandLine;
using Xemelios.Query.Criteres;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>The criteria of a command as text, and the options that say where to look.</summary>
internal sealed class OptionsDeCriteres
{
    private readonly Option<string[]> _criteres = new("--critere")
    {
        Description = "Critère, par exemple \"indice>=400\" ou \"pas ligne(rubrique=2000)\" ; répétée, tous les critères doivent être remplis",
    };

    public void Ajouter(Command commande) => commande.Options.Add(_criteres);

    /// <summary>Criteria were given.</summary>
    public bool Presents(ParseResult ligne) => ligne.GetResult(_criteres) is not null;

    /// <inheritdoc cref="Presents(ParseResult)"/>
    public bool Presents(System.CommandLine.Parsing.CommandResult commande) => commande.GetResult(_criteres) is not null;

    /// <summary>All that is asked, as one text.</summary>
    /// <param name="autres">What is asked besides the options.</param>
    public string Lire(Sujet sujet, ParseResult ligne, params IEnumerable<Condition> autres) => EcritureDeCriteres.Ecrire(
        Condition.Toutes([.. Contexte(sujet, ligne), .. autres, .. (ligne.GetValue(_criteres) ?? []).Select(c => sujet.Lire(c))]));

    /// <summary>The options that say where to look.</summary>
    private static IEnumerable<Condition> Contexte(Sujet sujet, ParseResult ligne)
    {
        if (ligne.GetValue(Siret) is { } siret)
            yield return Egal(sujet, "siret", siret);
        if (ligne.GetValue(Budget) is { } budget)
            yield return budget.Length == 0 ? new Test(sujet.Trouver("budget")!, Operateur.Vide, []) : Egal(sujet, "budget", budget);
        if (ligne.GetValue(Mois) is { } mois)
            yield return new Test(sujet.Trouver("mois")!, Operateur.Egal, [mois.ToString()]);
        if (ligne.GetValue(Train) is { } train)
            yield return train.Length == 0 ? new Test(sujet.Trouver("train")!, Operateur.Vide, []) : new Test(sujet.Trouver("train")!, Operateur.Egal, [train]);
    }

    private static Test Egal(Sujet sujet, string cle, string valeur) => new(sujet.Trouver(cle)!, Operateur.Identique, [valeur]);
}
