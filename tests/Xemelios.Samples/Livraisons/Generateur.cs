using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Totals of a large file.</summary>
public sealed record TotauxDuGrosFichier(string Siret, int Bulletins, long Lignes, long Brut, long Net, long NetAPayer, long Cotisations, IReadOnlyDictionary<string, long> Recalcule);

/// <summary>Entry points of the generator.</summary>
public static partial class Generateur
{
    private const int AgentsParGrosFichier = 5_000;

    /// <summary>Streams a large standard XHL (about 6.7 KB a bulletin) and gives back its totals; memory does not grow with it.</summary>
    /// <param name="mois">Months after March 2026: the same employer; each month one agent in a hundred has left and another has
    /// come, two in a hundred have risen by one step.</param>
    public static TotauxDuGrosFichier GrosFichier(Stream flux, int bulletins, ulong graine = 1, int mois = 0)
    {
        var compteur = new CompteurDeBulletins(graine, bulletins, mois);
        var volume = new VolumeXhl(1, Volumes.NomFichier(compteur.Mois, null), compteur, compteur.Repartition);
        XhlWriter.Ecrire(flux, compteur.Mois, volume, Dialecte.Standard);
        return compteur.Totaux();
    }

    /// <summary>A list that makes each bulletin when it is asked for and adds it up on its way to the file.</summary>
    private sealed class CompteurDeBulletins : IReadOnlyList<BulletinFictif>
    {
        private readonly Hasard _hasard;
        private readonly List<AgentFictif> _agents;
        private readonly GenerateurDeBulletins _generateur;
        private readonly int _rangDuMois;
        private readonly SortedDictionary<string, long> _natures = new(StringComparer.Ordinal);
        private long _lignes, _brut, _net, _netAPayer, _cotisations;

        public CompteurDeBulletins(ulong graine, int nombre, int rangDuMois)
        {
            Count = nombre;
            _rangDuMois = rangDuMois;
            _hasard = new Hasard(graine);
            var employeur = new EmployeurFictif(SiretFictif.Creer("21", 9999), "Métropole fictive", ProfilDePaye.Commune);
            _agents = GenerateurDAgents.Effectif(_hasard.Branche("agents"), employeur.Profil, Math.Min(nombre, AgentsParGrosFichier));
            _generateur = new GenerateurDeBulletins(employeur.Profil, new OptionsDeBulletin());
            var premierJour = new DateOnly(2026, 3, 1).AddMonths(rangDuMois);
            Mois = new MoisDePaye { Employeur = employeur, Budget = "00", Annee = premierJour.Year, Mois = premierJour.Month, Bulletins = this };
        }

        public MoisDePaye Mois { get; }

        /// <summary>Read by the writer after the last bulletin.</summary>
        public IReadOnlyList<LigneDeRepartition> Repartition => new RepartitionTardive(_natures);

        public int Count { get; }

        public BulletinFictif this[int index]
        {
            get
            {
                var branche = index.ToString(CultureInfo.InvariantCulture) + (_rangDuMois == 0 ? "" : $"-{_rangDuMois}");
                var bulletin = _generateur.Bulletin(_hasard.Branche(branche), Agent(index), Mois.Annee, Mois.Mois);
                return Epaissir(bulletin, index);
            }
        }

        public TotauxDuGrosFichier Totaux() => new(Mois.Employeur.Siret, Count, _lignes, _brut, _net, _netAPayer, _cotisations, _natures);

        public IEnumerator<BulletinFictif> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                var bulletin = this[i];
                Compter(bulletin);
                yield return bulletin;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        // Who holds the post this month: the rank of the month alone tells it, so that any month can be written without the others.
        private AgentFictif Agent(int poste)
        {
            var arrivees = (_rangDuMois + poste % 100) / 100;
            var echelons = (_rangDuMois + poste % 50) / 50;
            var agent = _agents[(poste + 7 * arrivees) % _agents.Count];
            return agent with
            {
                Matricule = (poste + 1 + arrivees * Count).ToString("000000", CultureInfo.InvariantCulture),
                Echelon = agent.Echelon + echelons,
                Indice = agent.Indice + 7 * echelons,
            };
        }

        // Real bulletins of large employers have 25 to 45 lines: contributions are printed by slices.
        private static BulletinFictif Epaissir(BulletinFictif bulletin, int index)
        {
            var cotisation = bulletin.Lignes.Last(l => l.Categorie == Categorie.Cotisation);
            var tranches = Enumerable.Range(1, 14 + index % 14).Select(t => cotisation with { Mt = t, Base = t * 50L, LibellePropre = $"{cotisation.Rubrique.Libelle} tranche {t}" });
            return bulletin with { Lignes = [.. bulletin.Lignes.Concat(tranches).OrderBy(l => l.Categorie)] };
        }

        private void Compter(BulletinFictif bulletin)
        {
            _lignes += bulletin.Lignes.Count;
            _brut += bulletin.Brut;
            _net += bulletin.Net;
            _netAPayer += bulletin.NetAPayer;
            _cotisations += bulletin.Cotisations;
            foreach (var ligne in bulletin.Lignes)
            {
                if (ligne.Nature is { } nature)
                    _natures[nature] = _natures.GetValueOrDefault(nature) + ligne.Mt;
            }
        }
    }

    /// <summary>The répartition as it stands when it is enumerated, that is after the bulletins were written.</summary>
    private sealed class RepartitionTardive(SortedDictionary<string, long> natures) : IReadOnlyList<LigneDeRepartition>
    {
        public int Count => natures.Count;

        public LigneDeRepartition this[int index] => Ligne(natures.ElementAt(index));

        public IEnumerator<LigneDeRepartition> GetEnumerator() => natures.Select(Ligne).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private static LigneDeRepartition Ligne(KeyValuePair<string, long> nature) =>
            new(nature.Key, CatalogueDeRubriques.LibelleDeNature(nature.Key), nature.Value);
    }
}
