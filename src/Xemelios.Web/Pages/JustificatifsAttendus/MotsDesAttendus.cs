using System.Text.Json;
using Xemelios.Query.JustificatifsAttendus;

namespace Xemelios.Web.Pages.JustificatifsAttendus;

/// <summary>The words of the expected pieces, and their keys in addresses.</summary>
public static class MotsDesAttendus
{
    /// <summary>The key of the pastille.</summary>
    public static string Presence(PresenceDePiece presence) => EnCle(presence);

    public static string Cle(EvenementDePaye evenement) => EnCle(evenement);

    public static string Cle(EtatDAttendu etat) => EnCle(etat);

    public static string Libelle(EtatDAttendu etat) => etat switch
    {
        EtatDAttendu.Complet => "Toutes présentes",
        EtatDAttendu.AVerifier => "À vérifier",
        EtatDAttendu.Manquant => "Manquantes",
        _ => "Rien de demandé",
    };

    public static string? Source(SourceDEvenement source) => source switch
    {
        SourceDEvenement.Declare => "déclaré par le fichier",
        SourceDEvenement.DeclareEtConstate => "constaté et déclaré",
        _ => null,
    };

    /// <summary>The events of one sort, service and state; each left out keeps all.</summary>
    public static IReadOnlyList<EvenementAttendu> Montres(AttendusDuMois attendus, string? evenement, string? service, string? etat)
    {
        return [.. attendus.Evenements.Where(e => Egal(evenement, Cle(e.Evenement)) && Egal(service, Chemins.OuSans(e.Service)) && Egal(etat, Cle(e.Etat)))];

        static bool Egal(string? voulu, string valeur) => string.IsNullOrEmpty(voulu) || voulu == valeur;
    }

    // As in the JSON of the command line.
    private static string EnCle<T>(T valeur)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(valeur.ToString());
}
