using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Samples;
using MoisDePaye = Xemelios.Domain.Valeurs.MoisDePaye;
using StatutDePiece = Xemelios.Query.Justificatifs.StatutDePiece;

namespace Xemelios.Cli.Tests.Proprietes;

/// <summary>Compares, to the cent, what the questions answer with what a drawn delivery holds; each difference is a sentence.</summary>
internal sealed class AttenteDeLivraison(DbConnection connexion)
{
    private readonly List<string> _ecarts = [];

    /// <param name="autre">A SIRET that the folder holds besides the delivery.</param>
    public static IReadOnlyList<string> Comparer(DbConnection connexion, Livraison livraison, string? autre = null)
    {
        var attente = new AttenteDeLivraison(connexion);
        var lus = new EtatsQuestion().Executer(connexion, Perimetre.Complet).Where(e => e.Siret != autre).ToDictionary(Cle);
        attente.Egal("états", Suite(livraison.Etats.Select(Cle)), Suite(lus.Keys));
        foreach (var attendu in livraison.Etats.Where(e => lus.ContainsKey(Cle(e))))
        {
            attente.Etat(attendu, lus[Cle(attendu)]);
            attente.Categories(attendu);
            attente.Natures(attendu);
        }

        foreach (var mois in livraison.Etats.GroupBy(e => (e.Siret, e.Annee, e.Mois)))
            attente.DuMois(mois.Key.Siret, new MoisDePaye(mois.Key.Annee, mois.Key.Mois), [.. mois]);
        return attente._ecarts;
    }

    private static string Cle(Attendu a) => $"{a.Siret} {a.Budget ?? "-"} {a.MoisIso} {a.Train ?? "-"}";

    private static string Cle(EtatDePaye e) => $"{e.Siret} {e.Budget ?? "-"} {e.Annee:0000}-{e.Mois:00} {e.Train ?? "-"}";

    private static DemandeDEtat Demande(Attendu a) => new(a.Siret, new MoisDePaye(a.Annee, a.Mois), a.Budget ?? "", a.Train);

    private void Etat(Attendu attendu, EtatDePaye lu)
    {
        var cle = Cle(attendu);
        Egal($"{cle} employeur", attendu.Employeur, lu.Employeur);
        Egal($"{cle} volumes", attendu.Volumes, lu.Volumes);
        Egal($"{cle} bulletins", attendu.Bulletins, lu.Bulletins);
        Egal($"{cle} agents", attendu.Agents, lu.Agents);
        Egal($"{cle} lignes", attendu.Lignes, lu.Lignes);
        Egal($"{cle} brut", attendu.Brut, lu.Brut.Centimes);
        Egal($"{cle} net", attendu.Net, lu.Net.Centimes);
        Egal($"{cle} net à payer", attendu.NetAPayer, lu.NetAPayer.Centimes);
        Egal($"{cle} cotisations", attendu.CotisationsPatronales, lu.CotisationsPatronales.Centimes);
        Egal($"{cle} mode", attendu.Mode.ToString(), lu.Repartition.Mode.ToString());
        Egal($"{cle} total réparti", attendu.Repartition.Count == 0 ? null : attendu.RepartitionTotal, lu.Repartition.Total?.Centimes);
        Egal($"{cle} statut", attendu.Rapprochement.ToString(), lu.Rapprochement.ToString());
    }

    private void Categories(Attendu attendu)
    {
        var lues = Lire($"""
            SELECT l.categorie, count(*), sum(l.montant) FROM ligne_de_paye l JOIN etat e
              ON e.employeur = l.employeur AND e.periode = l.periode AND e.budget = l.budget AND e.train = l.train
            WHERE e.siret = '{attendu.Siret}' AND e.periode = {attendu.Annee * 100 + attendu.Mois} AND e.train = '{attendu.Train}'
            GROUP BY l.categorie
            """, l => ((CategorieDeLigne)l.GetByte(0), Convert.ToInt32(l.GetValue(1)), l.IsDBNull(2) ? 0 : Montant.FromDecimal(l.GetDecimal(2)).Centimes));
        Egal($"{Cle(attendu)} lignes par catégorie", Suite(attendu.LignesParCategorie.Select(c => $"{c.Key} {c.Value}")), Suite(lues.Select(c => $"{c.Item1} {c.Item2}")));
        Egal($"{Cle(attendu)} montants par catégorie",
            Suite(attendu.SommeParCategorie.Where(c => c.Key != Categorie.Commentaire).Select(c => $"{c.Key} {c.Value}")),
            Suite(lues.Where(c => c.Item1 != CategorieDeLigne.Commentaire).Select(c => $"{c.Item1} {c.Item3}")));
    }

    private void Natures(Attendu attendu)
    {
        var cle = Cle(attendu);
        var liquide = new EtatLiquidatifQuestion(Demande(attendu), AxeDEtat.Nature).Executer(connexion, Perimetre.Complet);
        Egal($"{cle} liquidé par nature", Montants(attendu.Recalcule), Montants(liquide.Lignes.Where(l => l.Cle is not null).Select(l => (l.Cle!, l.Montant))));
        Egal($"{cle} sans nature", attendu.NonAttribue, liquide.Lignes.Where(l => l.Cle is null).Sum(l => l.Montant.Centimes));
        var lu = new RapprochementQuestion(Demande(attendu)).Executer(connexion, Perimetre.Complet);
        Egal($"{cle} recalculé", Montants(attendu.Recalcule), Montants(lu.Lignes.Select(l => (l.Nature, l.Recalcule))));
        Egal($"{cle} réparti", Montants(attendu.Repartition), Montants(lu.Lignes.Select(l => (l.Nature, l.Repartition ?? Montant.Zero))));
        Egal($"{cle} mandaté", Montants(attendu.Mandate ?? new Dictionary<string, long>()), Montants(lu.Lignes.Select(l => (l.Nature, l.Mandate))));
        if (attendu.Mandate is not null)
            Egal($"{cle} écarts", Montants(attendu.Ecarts), Montants(lu.Lignes.Select(l => (l.Nature, l.EcartMandat))));
        Egal($"{cle} non attribué", attendu.NonAttribue, lu.NonAttribue.Montant.Centimes);
        Egal($"{cle} référence", attendu.Reference, lu.Reference.ToString().ToLowerInvariant());
        var mandats = lu.Mandats.Where(m => m.TypeBordereau != "02").ToList();
        Egal($"{cle} mandats", attendu.Mandats, mandats.Count);
        if (attendu.Lien is { } lien)
            Egal($"{cle} liens", lien, string.Join(",", lu.Mandats.Select(m => m.Lien.ToString().ToLowerInvariant()).Distinct()));
    }

    private void DuMois(string siret, MoisDePaye mois, List<Attendu> etats)
    {
        var lu = new JustificatifsQuestion(siret, mois).Executer(connexion, Perimetre.Complet);
        var cle = $"{siret} {mois}";
        Egal($"{cle} références", etats.Sum(e => e.References.Count()), lu.References);
        Egal($"{cle} présentes", Suite(etats.SelectMany(e => e.Presentes)), Ids(lu, StatutDePiece.Presente));
        Egal($"{cle} manquantes", Suite(etats.SelectMany(e => e.Manquantes)), Ids(lu, StatutDePiece.Manquante));
        Egal($"{cle} orphelines", Noms(etats), Suite(lu.Pieces.Where(p => p.Statut == StatutDePiece.Orpheline).Select(p => p.Nom ?? "")));
        Egal($"{cle} nombre d'orphelines", etats.Sum(e => e.Orphelines.Count()), lu.Orphelines);
        var heures = new HeuresSupplementairesQuestion(siret, mois).Executer(connexion, Perimetre.Complet);
        Egal($"{cle} heures déclarées",
            Suite(etats.SelectMany(e => e.HeuresSup).GroupBy(h => h.Key).Select(g => $"{g.Key} {g.Sum(h => h.Value):0.00}")),
            Suite(heures.Agents.Where(a => a.HeuresDeclarees != 0).Select(a => $"{a.Matricule} {a.HeuresDeclarees:0.00}")));
    }

    private static string Ids(JustificatifsDuMois lu, StatutDePiece statut) =>
        Suite(lu.Pieces.Where(p => p.Statut == statut && p.Reference).Select(p => p.IdUnique ?? ""));

    private static string Noms(List<Attendu> etats) =>
        Suite(etats.SelectMany(e => e.Pieces).Where(p => p.Sort == SortDePiece.Orpheline).Select(p => p.NomFichier));

    private static string Montants(IReadOnlyDictionary<string, long> montants) =>
        Suite(montants.Where(m => m.Value != 0).Select(m => $"{m.Key} {m.Value}"));

    private static string Montants(IEnumerable<(string Nature, Montant Montant)> montants) =>
        Suite(montants.Where(m => m.Montant != Montant.Zero).Select(m => $"{m.Nature} {m.Montant.Centimes}"));

    private static string Suite(IEnumerable<string> valeurs) => string.Join(" | ", valeurs.Order(StringComparer.Ordinal));

    private void Egal<T>(string quoi, T attendu, T lu)
    {
        if (!EqualityComparer<T>.Default.Equals(attendu, lu))
            _ecarts.Add($"{quoi}\n   attendu {attendu?.ToString() ?? "rien"}\n   lu      {lu?.ToString() ?? "rien"}");
    }

    private List<T> Lire<T>(string sql, Func<DbDataReader, T> lire)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        var lignes = new List<T>();
        while (lecteur.Read())
            lignes.Add(lire(lecteur));
        return lignes;
    }
}
