using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Calendriers;

/// <summary>Tells what an état has and what it lacks.</summary>
internal sealed class CasesDeCalendrier(
    DossiersDePaye dossiers, IReadOnlyDictionary<CleDEtat, IReadOnlyList<int>> volumes, IReadOnlyDictionary<CleDEtat, (int Toutes, int Manquantes)> pieces)
{
    public CaseDeCalendrier Recue(CleDEtat cle)
    {
        var rapproche = dossiers.Rapprocher(cle);
        var (toutes, manquantes) = pieces.GetValueOrDefault(cle);
        var proposes = rapproche.Mandats.Count(m => m.Lien == LienDeMandat.Propose);
        return new CaseDeCalendrier(MoisDePaye.FromCle(cle.Periode), PresenceDEtat.Recu)
        {
            Etat = rapproche.Etat, VolumesManquants = volumes.GetValueOrDefault(cle) ?? [],
            MandatsLies = rapproche.Mandats.Count - proposes, MandatsProposes = proposes, Pieces = toutes, PiecesManquantes = manquantes,
        };
    }
}
