using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.Calendriers;

/// <summary>The calendar as a table: one row for each état and for each month without one.</summary>
public static class ExportDuCalendrier
{
    public static ReponseExportable Exporter(this CalendrierQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var calendrier = question.Executer(connexion, perimetre);
        var etats = calendrier.Cases.Select(c => c.Etat).OfType<EtatDePaye>().Select(e => new DemandeDEtat(e.Siret, new(e.Annee, e.Mois), e.Budget ?? "", e.Train ?? ""));
        return new ReponseExportable(
            calendrier.EnTable(),
            $"Calendrier de l'année {calendrier.Annee.ToString(CultureInfo.InvariantCulture)}{(question.Siret is null ? "" : $", SIRET {question.Siret}")}.",
            new FichiersSourcesQuestion([.. etats], []).Executer(connexion, perimetre),
            $"calendrier_{calendrier.Annee.ToString(CultureInfo.InvariantCulture)}{(question.Siret is null ? "" : "_" + question.Siret)}");
    }

    public static TableDeReponse EnTable(this CalendrierDePaye calendrier) => new(
        $"Calendrier de l'année {calendrier.Annee.ToString(CultureInfo.InvariantCulture)}",
        [
            new("siret", "SIRET", Texte), new("employeur", "Employeur", Texte), new("budget", "Budget", Texte), new("train", "Train", Texte), new("mois", "Mois", TypeDeColonne.Mois),
            new("etat", "État", Texte), new("volumes", "Volumes", Entier), new("volumes_manquants", "Volumes manquants", Texte),
            new("mandats_lies", "Mandats liés", Entier), new("mandats_proposes", "Mandats proposés", Entier),
            new("pieces", "Pièces citées", Entier), new("pieces_manquantes", "Pièces manquantes", Entier), new("rapprochement", "Rapprochement", Texte),
        ],
        calendrier.Rangs.SelectMany(r => r.Mois.Where(c => c.Presence != PresenceDEtat.Aucune).Select(c => Ligne(r, c))));

    private static IReadOnlyList<object?> Ligne(RangDeCalendrier rang, CaseDeCalendrier c) => c.Etat is { } etat
        ?
        [
            rang.Siret, rang.Employeur, rang.Budget, rang.Train, c.Mois, c.EstComplet ? "complet" : "incomplet", etat.Volumes, Numeros(c),
            c.MandatsLies, c.MandatsProposes, c.Pieces, c.PiecesManquantes, Statut(etat.Rapprochement),
        ]
        : [rang.Siret, rang.Employeur, rang.Budget, rang.Train, c.Mois, c.Presence == PresenceDEtat.MoisManquant ? "mois manquant" : "train absent", null, null, null, null, null, null, null];

    private static string? Numeros(CaseDeCalendrier c) =>
        c.VolumesManquants.Count == 0 ? null : string.Join(", ", c.VolumesManquants.Select(n => n.ToString("00", CultureInfo.InvariantCulture)));

    private static string Statut(StatutDeRapprochement statut) => statut switch
    {
        StatutDeRapprochement.Conforme => "conforme",
        StatutDeRapprochement.Ecart => "écart",
        _ => "impossible : sans mandat",
    };
}
