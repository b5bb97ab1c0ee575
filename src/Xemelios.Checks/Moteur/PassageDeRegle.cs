using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Moteur;

/// <summary>Runs one rule over the tables that are open: counts what it tested, reads what it found.</summary>
internal sealed class PassageDeRegle(DbConnection connexion, RegleDePaye regle, IReadOnlyDictionary<string, decimal> seuils)
{

    private HashSet<string> _colonnes = [];

    public BilanDeRegle Executer(Action<ConstatDePaye> recevoir)
    {
        Poser();
        _colonnes = Colonnes();
        var (testes, motifs) = Compter();
        if (testes == 0)
            return BilanDeRegle.Vide(regle);
        var (nombre, enTrop, enMoins) = (0, Montant.Zero, Montant.Zero);
        foreach (var constat in Lire())
        {
            nombre++;
            if (constat.Montant is { Centimes: > 0 } trop)
                enTrop += trop;
            if (constat.Montant is { Centimes: < 0 } moins)
                enMoins -= moins;
            recevoir(constat);
        }

        return new BilanDeRegle(regle, testes, nombre, motifs, enTrop, enMoins);
    }

    private void Poser()
    {
        using var commande = Commande($"CREATE OR REPLACE TEMP TABLE resultat AS {regle.Sql}");
        foreach (var seuil in regle.Seuils)
        {
            var parametre = commande.CreateParameter();
            parametre.ParameterName = seuil.Nom;
            parametre.Value = seuils.GetValueOrDefault(seuil.Nom, seuil.Valeur);
            commande.Parameters.Add(parametre);
        }

        commande.ExecuteNonQuery();
    }

    private (int Testes, Dictionary<string, int> Motifs) Compter()
    {
        var motif = _colonnes.Contains("motif") ? "coalesce(motif, 'donnée absente')" : "'donnée absente'";
        using var commande = Commande($"SELECT CASE WHEN constat IS NULL THEN {motif} END, {(_colonnes.Contains("poids") ? "sum(poids)" : "count(*)")} FROM resultat GROUP BY ALL ORDER BY ALL");
        using var lecteur = commande.ExecuteReader();
        var (testes, motifs) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        while (lecteur.Read())
        {
            var nombre = Convert.ToInt32(lecteur.GetValue(1), CultureInfo.InvariantCulture);
            testes += nombre;
            if (lecteur.GetValue(0) is string raison)
                motifs[raison] = nombre;
        }

        return (testes, motifs);
    }

    private IEnumerable<ConstatDePaye> Lire()
    {
        // The order is that of the files, so that two runs give the same list.
        using var commande = Commande($"{Places()} WHERE r.constat ORDER BY b.periode, b.empreinte, ordre{(_colonnes.Contains("cle") ? ", r.cle" : "")}");
        using var lecteur = commande.ExecuteReader();
        foreach (var constat in new LectureDesConstats(regle, lecteur).Lire())
            yield return constat;
    }

    private string Places() => regle.Fiche.Portee switch
    {
        PorteeDeRegle.Fichier => "SELECT b.siret, b.budget, b.train, b.periode, NULL AS matricule, b.empreinte, NULL::INTEGER AS ordre, NULL AS octet, r.* FROM resultat r JOIN fichier_paye b ON b.contenu = r.fichier",
        PorteeDeRegle.Periode => Bulletins("bulletin_suivi"),
        _ => Bulletins("bulletin_paye"),
    };

    private static string Bulletins(string table) =>
        $"SELECT b.siret, b.budget, b.train, b.periode, b.matricule, b.empreinte, b.ordre, b.octet, r.* FROM resultat r JOIN {table} b ON b.bulletin = r.bulletin";

    private HashSet<string> Colonnes()
    {
        using var commande = Commande("SELECT * FROM resultat LIMIT 0");
        using var lecteur = commande.ExecuteReader();
        return [.. Enumerable.Range(0, lecteur.FieldCount).Select(lecteur.GetName)];
    }

    private DbCommand Commande(string sql)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        return commande;
    }
}
