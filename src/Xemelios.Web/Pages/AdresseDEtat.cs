using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Filters;

namespace Xemelios.Web.Pages;

/// <summary>An état as addresses name it, and the addresses of what belongs to it.</summary>
/// <param name="Budget">The key of the budget; "" without budget, written <c>-</c> in addresses.</param>
/// <param name="Train">The train, "" for the one without a name; null for all trains of the month together.</param>
public sealed record AdresseDEtat(string Siret, string Budget, MoisDePaye Mois, string? Train)
{
    private const string Sans = FiltresDeBulletins.Sans;

    public DemandeDEtat Demande => new(Siret, Mois, Budget, Train);

    /// <summary>The état of one train, as the list of états gives it.</summary>
    public static AdresseDEtat De(EtatDePaye etat) =>
        new(etat.Siret, CodeBudget.Cle(etat.Budget), new MoisDePaye(etat.Annee, etat.Mois), etat.Train ?? "");

    /// <summary>Reads the segments of an address; null when the month does not read.</summary>
    public static AdresseDEtat? Lire(string siret, string budget, string mois, string? train) =>
        MoisDePaye.TryParse(mois, out var lu) ? new AdresseDEtat(siret, budget == Sans ? "" : CodeBudget.Cle(budget), lu, train) : null;

    /// <summary>The état liquidatif along one axis.</summary>
    public string Page(AxeDEtat par = AxeDEtat.Nature) =>
        Chemins.Avec(Racine, ("train", Train), ("par", par == AxeDEtat.Nature ? null : par.ToString().ToLowerInvariant()));

    /// <summary>The nested état, with some of its rows open.</summary>
    public string Chaine(IEnumerable<AxeDEtat> axes, params IEnumerable<string> ouvertes) =>
        Chemins.Avec(Racine, ("train", Train), ("par", axes.EnTexte()), ("ouvert", string.Join(';', ouvertes) is { Length: > 0 } noms ? noms : null));

    /// <summary>The trains of the month side by side.</summary>
    public string CoteACote(AxeDEtat par) => Chemins.Avec(Racine, ("par", par.ToString().ToLowerInvariant()), ("trains", "cote"));

    /// <summary>The état nominatif décompté, to be printed.</summary>
    public string Nominatif => Chemins.Avec($"{Racine}/nominatif", ("train", Train));

    /// <summary>The état récapitulatif by imputation, to be printed.</summary>
    public string Recapitulatif => Chemins.Avec($"{Racine}/recapitulatif", ("train", Train));

    /// <summary>The rapprochement, whole or with the natures that differ alone.</summary>
    public string Rapprochement(bool ecartsSeuls = false) =>
        Chemins.Avec($"{Racine}/rapprochement", ("train", Train), ("ecarts", ecartsSeuls ? "1" : null));

    /// <summary>The rapprochement, at the control of one nature.</summary>
    public string Viser(string nature) => Chemins.Avec($"{Racine}/rapprochement", ("train", Train), ("viser", $"nature-{nature}")) + "#controle";

    /// <summary>The report of control, to be printed.</summary>
    public string RapportDeControle => Chemins.Avec($"{Racine}/rapport-de-controle", ("train", Train));

    /// <summary>The bulletins of this état that meet these filters.</summary>
    public string Bulletins(params ReadOnlySpan<(string Cle, string? Valeur)> filtres) =>
        Chemins.Avec("/bulletins", [
            ("siret", Siret), ("budget", Chemins.OuSans(Budget)), ("mois", Mois.ToString()), ("train", Train is "" ? Sans : Train), .. filtres]);

    public string Justificatifs => Chemins.Justificatifs(Siret, Mois);

    /// <summary>The mandats that pay this month, those of one nature when it is given.</summary>
    public string Mandats(string? nature = null) => Chemins.Avec(Chemins.Mandats(Siret, Mois.Annee), ("mois", Mois.ToString()), ("nature", nature));

    /// <summary>The état liquidatif as a file; the extension is a format of export.</summary>
    /// <param name="axes">One axis, or up to three between commas.</param>
    /// <param name="trainsCoteACote">One column a train.</param>
    public string Export(string axes, string extension, bool trainsCoteACote = false) => Chemins.Avec(
        $"/exports/etat/{Segments}.{extension}", ("train", Train), ("par", axes == "nature" ? null : axes), ("trains", trainsCoteACote ? "cote" : null));

    /// <summary>The état to print as a file: nominatif or recapitulatif.</summary>
    public string ExportDuDocument(string document, string extension) => Chemins.Avec($"/exports/{document}/{Segments}.{extension}", ("train", Train));

    /// <summary>The rapprochement as a file.</summary>
    public string ExportDuRapprochement(string extension) => Chemins.Avec($"/exports/rapprochement/{Segments}.{extension}", ("train", Train));

    /// <summary>The report of control as a file to sign.</summary>
    public string ExportDuRapport => Chemins.Avec($"/exports/rapport-de-controle/{Segments}.pdf", ("train", Train));

    private string Segments => $"{Siret}/{(Budget.Length == 0 ? Sans : Uri.EscapeDataString(Budget))}/{Mois}";

    private string Racine => $"/etats/{Segments}";
}
