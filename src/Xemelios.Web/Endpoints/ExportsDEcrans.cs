using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query;
using Xemelios.Query.Agents;
using Xemelios.Query.Calendriers;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Nomenclatures;
using Xemelios.Query.Passages;
using Xemelios.Web.Pages.Comparaisons;
using Xemelios.Web.Pages.HeuresSupplementaires;
using Xemelios.Web.Pages.Justificatifs;
using Xemelios.Web.Pages.JustificatifsAttendus;
using Xemelios.Web.Pages.Nomenclatures;
using Xemelios.Web.Security;
using Question = System.Func<System.Data.Common.DbConnection, Xemelios.Domain.Habilitations.Perimetre, Xemelios.Query.Export.ReponseExportable>;

namespace Xemelios.Web.Endpoints;

/// <summary>What a screen shows, as a file: the address of the screen under <c>/exports</c>, with the extension of a format.</summary>
public static class ExportsDEcrans
{
    /// <summary>The screens and the question of each; null when the address does not read.</summary>
    private static readonly IReadOnlyList<(string Chemin, Func<Adresse, Question?> Question)> Ecrans =
    [
        ("/quoi-de-neuf", a => a is { Siret: { } siret, Mois: { } mois }
            ? new QuoiDeNeufQuestion(siret, mois, a.MoisNomme("avec"), a.Budget) { Section = SortesDeChangement.Lire(a["section"]) }.Exporter : null),
        ("/comparaisons", a => a.Comparaison is { } demande && RecherchesPredefinies.Lire(a["recherche"]) is { } recherche
            ? new RecherchePredefinieQuestion(recherche, demande)
            {
                Seuil = a.Seuil, Unite = a["unite"] == "valeur" ? UniteDeSeuil.Valeur : UniteDeSeuil.Pourcent, Sur = a["sur"] == "net" ? RevenuCompare.Net : RevenuCompare.Brut,
            }.Exporter : null),
        ("/comparer/bulletins", a => AdresseDeComparaison.LireBulletin(a["avant"]) is { } avant && AdresseDeComparaison.LireBulletin(a["apres"]) is { } apres
            ? ComparaisonDeLignesQuestion.DeBulletins(avant, apres).Exporter : null),
        ("/comparer/mois", a => a is { Comparaison: { } demande } && a["matricule"] is { } matricule
            ? ComparaisonDeLignesQuestion.DeMois(demande.Siret, matricule, demande.Avec, demande.Mois).Exporter : null),
        (AdresseDeComparaison.DesEtats, a => Adresse.Etat(a["avant"]) is { } avant && Adresse.Etat(a["apres"]) is { } apres
            ? new ComparaisonDEtatsQuestion(avant, apres, Enum.TryParse<AxeDEtat>(a["par"], ignoreCase: true, out var axe) ? axe : AxeDEtat.Nature).Exporter : null),
        ("/agents/{siret}/{matricule}", a => (c, p) => Agent(new DossierDAgentQuestion(a["siret"]!, Uri.UnescapeDataString(a["matricule"]!)), c, p)),
        ("/heures-supplementaires/{siret}/{mois}", a => a is { Siret: { } siret, Mois: { } mois } ? (c, p) => Heures(a, siret, mois, c, p) : null),
        ("/justificatifs/{siret}/{mois}", a => a is { Siret: { } siret, Mois: { } mois } ? (c, p) => Pieces(a, siret, mois, c, p) : null),
        ("/justificatifs-attendus/{siret}/{mois}", a => a is { Siret: { } siret, Mois: { } mois } ? (c, p) => Attendus(a, siret, mois, c, p) : null),
        ("/nomenclatures/{siret}", a => (c, p) => Nomenclatures(a, c, p)),
        ("/passage/{siret}", a => new ProposerPassageQuestion(a["siret"]!).Exporter),
        ("/etats", a => new EtatsQuestion(a.Siret, Mois: a.Mois).Exporter),
        ("/calendrier", a => new CalendrierQuestion(int.TryParse(a["annee"], NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee is >= 1 and <= 9999 ? annee : null, a.Siret).Exporter),
    ];

    /// <summary>Maps the export of each screen; 404 outside of the perimeter, for an unknown format and for an address that does not read.</summary>
    public static void MapExportsDEcrans(this IEndpointRouteBuilder endpoints)
    {
        foreach (var (chemin, question) in Ecrans)
            endpoints.MapGet($"/exports{chemin}.{{format}}", (string format, HttpContext context, FichiersDExport fichiers) =>
                Envoyer(fichiers, format, question(new Adresse(context.Request))))
                .WithMetadata(new ExigeAttribute(Fonctions.Exporter), new JournaliseAttribute(NatureDActe.Export));
    }

    private static IResult Envoyer(FichiersDExport fichiers, string format, Question? question)
    {
        try
        {
            return (question is null ? null : fichiers.Envoyer(format, question)) ?? Results.NotFound();
        }
        catch (EtatIntrouvableException)
        {
            return Results.NotFound();
        }
    }

    private static ReponseExportable Agent(DossierDAgentQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var dossier = question.Executer(connexion, perimetre) ?? throw new EtatIntrouvableException();
        var mois = dossier.Bulletins.Select(b => b.Mois).Distinct().Order().ToList();
        return new ExportDeMois($"Dossier de l'agent {dossier.Matricule}", dossier.Siret, mois).De(dossier.EnTable(), connexion, perimetre);
    }

    private static ReponseExportable Heures(Adresse a, string siret, MoisDePaye mois, DbConnection connexion, Perimetre perimetre)
    {
        Exiger(siret, mois, a.Budget, connexion, perimetre);
        var heures = new HeuresSupplementairesQuestion(siret, mois, a.Budget).Executer(connexion, perimetre);
        var montres = VueDesHeures.Montres(heures, a["voir"], a["q"]);
        return new ExportDeMois("Heures supplémentaires", siret, [mois], a.Budget) { Precision = a.Filtres("voir", "q") }
            .De((heures with { Agents = montres, Totaux = TotauxDHeures.De(montres) }).EnTable(), connexion, perimetre);
    }

    private static ReponseExportable Pieces(Adresse a, string siret, MoisDePaye mois, DbConnection connexion, Perimetre perimetre)
    {
        Exiger(siret, mois, a.Budget, connexion, perimetre);
        var pieces = new JustificatifsQuestion(siret, mois, a.Budget).Executer(connexion, perimetre);
        return new ExportDeMois("Justificatifs", siret, [mois], a.Budget) { Precision = a.Filtres("statut", "q") }
            .De((pieces with { Pieces = FiltreDePieces.Montrees(pieces, a["statut"], a["q"]) }).EnTable(), connexion, perimetre);
    }

    private static ReponseExportable Attendus(Adresse a, string siret, MoisDePaye mois, DbConnection connexion, Perimetre perimetre)
    {
        Exiger(siret, mois, a.Budget, connexion, perimetre);
        var question = new JustificatifsAttendusQuestion(siret, mois, a.Budget);
        var attendus = question.Executer(connexion, perimetre);
        return question.Exporter(
            attendus with { Evenements = MotsDesAttendus.Montres(attendus, a["evenement"], a["service"], a["etat"]) }, a.Filtres("evenement", "service", "etat"), connexion, perimetre);
    }

    private static ReponseExportable Nomenclatures(Adresse a, DbConnection connexion, Perimetre perimetre)
    {
        var nomenclature = new NomenclaturesQuestion(a["siret"]!, MotsDeNomenclature.Lire(a["sorte"]), a.Mois, a["texte"]).Executer(connexion, perimetre);
        var montree = nomenclature with { Entrees = [.. nomenclature.Entrees.Where(e => a["changes"] != "1" || e.AChange)] };
        return new ExportDeMois($"Nomenclature {nomenclature.Sorte}", nomenclature.Siret, a.Mois is { } mois ? [mois] : nomenclature.Mois) { Precision = a.Filtres("texte", "changes") }
            .De(montree.EnTable(), connexion, perimetre);
    }

    /// <exception cref="EtatIntrouvableException">the month has no état inside the perimeter.</exception>
    private static void Exiger(string siret, MoisDePaye mois, string? budget, DbConnection connexion, Perimetre perimetre)
    {
        if (new EtatsQuestion(siret, budget, mois).Executer(connexion, perimetre).Count == 0)
            throw new EtatIntrouvableException();
    }

    /// <summary>What an address says: its path, else its query; an empty value is none.</summary>
    private sealed record Adresse(HttpRequest Demande)
    {
        public string? this[string nom] => (Demande.RouteValues[nom] as string ?? Demande.Query[nom].ToString()) is { Length: > 0 } valeur ? valeur : null;

        public string? Siret => this["siret"];

        public MoisDePaye? Mois => MoisNomme("mois");

        public string? Budget => this["budget"];

        public DemandeDeComparaison? Comparaison => this is { Siret: { } siret, Mois: { } mois } && MoisNomme("avec") is { } avec ? new(siret, mois, avec, Budget) : null;

        public decimal Seuil => decimal.TryParse(this["seuil"]?.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var seuil) && seuil >= 0 ? seuil : 0;

        public MoisDePaye? MoisNomme(string nom) => MoisDePaye.TryParse(this[nom], out var mois) ? mois : null;

        /// <summary>The filters that the address holds, as it writes them; null without any.</summary>
        public string? Filtres(params ReadOnlySpan<string> noms)
        {
            var dits = new List<string>();
            foreach (var nom in noms)
                if (this[nom] is { } valeur) dits.Add($"{nom} : {valeur}");
            return dits.Count == 0 ? null : string.Join(", ", dits);
        }

        /// <summary>siret|budget|mois|train, as the screen of two états writes them.</summary>
        public static DemandeDEtat? Etat(string? cle) => cle?.Split('|') is [var siret, var budget, var mois, var train] && MoisDePaye.TryParse(mois, out var lu)
            ? new DemandeDEtat(siret, lu, CodeBudget.Cle(budget), train) : null;
    }
}
