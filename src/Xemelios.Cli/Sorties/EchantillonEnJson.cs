using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;

namespace Xemelios.Cli.Sorties;

/// <summary>A draw of one poste as one JSON document.</summary>
internal static class EchantillonEnJson
{
    public static object De(EchantillonTire tire)
    {
        var (poste, tirage) = tire.Postes[0];
        return new
        {
            tire.Siret, Budget = tire.Budget.Length == 0 ? null : tire.Budget, tire.Mois, tire.Train, Graine = tire.Graine.ToString(), Methode = MotsDEchantillon.Cle(poste.Methode), Regle = MotsDEchantillon.Dire(poste),
            Population = new { Bulletins = tirage.Effectif, tirage.Montant, Empreinte = tirage.Population },
            Strates = tirage.Strates.Select(s => new { s.Sorte, s.Nom, Bulletins = s.Effectif, s.Montant, s.Tires }),
            Bulletins = tirage.Unites.Select((u, i) => CleDUnite.Lire(u.Cle) is var (volume, ordre)
                ? new { Rang = i + 1, Volume = volume, Ordre = ordre, u.Matricule, u.Montant, tirage.Strates[u.Strate].Sorte, Strate = tirage.Strates[u.Strate].Nom } : null),
            Sources = tire.Sources.Select(f => new { f.Nom, f.Empreinte }),
        };
    }
}
