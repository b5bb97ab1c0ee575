using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.Justificatifs;

/// <summary>The pieces of a month as a table.</summary>
public static class ExportDesJustificatifs
{
    public static ReponseExportable Exporter(this JustificatifsQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var mois = question.Executer(connexion, perimetre);
        return new ReponseExportable(
            mois.EnTable(),
            $"Justificatifs : {PhrasesDEtat.Dire(question.Siret, question.Mois, question.Budget)}. "
                + $"{mois.References} références, {mois.Presentes} présentes, {mois.Manquantes} manquantes, {mois.Orphelines} orphelines.",
            new FichiersSourcesQuestion(new DemandeDEtat(question.Siret, question.Mois, question.Budget)).Executer(connexion, perimetre),
            PhrasesDEtat.Nom("justificatifs", question.Siret, question.Budget, question.Mois));
    }

    public static TableDeReponse EnTable(this JustificatifsDuMois mois) => new(
        "Justificatifs du mois",
        [
            new("id_unique", "Identifiant", Texte), new("nom", "Nom", Texte), new("statut", "Statut", Texte), new("support", "Support", Texte),
            new("bulletins", "Matricules", Texte), new("mandats", "Mandats", Texte), new("octets", "Octets", Entier), new("empreinte", "SHA-256", Texte),
        ],
        mois.Pieces.Select(p => (IReadOnlyList<object?>)
        [
            p.IdUnique, p.Nom, Statut(p.Statut), p.SupportLibelle, Liste(p.Bulletins), Liste(p.Mandats), p.Octets, p.Empreinte,
        ]));

    private static string? Liste(IReadOnlyList<string?> valeurs) => valeurs.Count == 0 ? null : string.Join(", ", valeurs);

    private static string Statut(StatutDePiece statut) => statut switch
    {
        StatutDePiece.Presente => "présente",
        StatutDePiece.Manquante => "manquante",
        _ => "orpheline",
    };
}
