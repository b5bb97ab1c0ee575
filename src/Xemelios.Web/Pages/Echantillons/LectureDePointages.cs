using System.Globalization;
using Microsoft.AspNetCore.Http;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Echantillons;

namespace Xemelios.Web.Pages.Echantillons;

/// <summary>Reads the rows of a sheet that somebody filled: those alone that say something new.</summary>
public static class LectureDePointages
{
    /// <param name="saisie">Names of fields end with the rank of the unit.</param>
    /// <exception cref="EchantillonRefuseException">an amount or a rank does not read.</exception>
    public static IEnumerable<PointageDemande> Lire(IFormCollection saisie, int poste, FeuilleDePointage feuille)
    {
        foreach (var champ in saisie.Keys.Where(c => c.StartsWith("d-", StringComparison.Ordinal)).ToList())
        {
            if (!int.TryParse(champ.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var rang) || rang >= feuille.Tire.Postes[poste].Tirage.Unites.Count)
                throw new EchantillonRefuseException("Ce bulletin n'est pas dans l'échantillon : rien n'est gardé.");
            if (Ligne(saisie, poste, rang) is { } demande && !Dit(feuille.De(poste, rang), demande))
                yield return demande;
        }
    }

    private static PointageDemande? Ligne(IFormCollection saisie, int poste, int rang)
    {
        string Champ(char nom) => saisie[string.Create(CultureInfo.InvariantCulture, $"{nom}-{rang}")].ToString().Trim();
        var (ecrit, montant, note) = (Champ('d'), Champ('m'), Champ('n'));
        if (ecrit.Length == 0 && montant.Length + note.Length == 0)
            return null;
        if (!Enum.TryParse<DecisionDePointage>(ecrit, out var decision) || !Enum.IsDefined(decision))
            throw new EchantillonRefuseException($"Bulletin {rang + 1} : choisissez une décision. Rien n'est gardé.");
        Montant? constate = montant.Length == 0 ? null
            : LectureDePoste.Montant(montant) ?? throw new EchantillonRefuseException($"Bulletin {rang + 1} : le montant constaté « {montant} » ne se lit pas. Rien n'est gardé.");
        _ = long.TryParse(Champ('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var vu);
        return new PointageDemande(poste, rang, decision, constate, note.Length == 0 ? null : note, vu);
    }

    private static bool Dit(Pointage? avant, PointageDemande demande) =>
        avant is not null && (avant.Decision, avant.Constate, avant.Note) == (demande.Decision, demande.Constate, demande.Note);
}
