using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Matieres;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>The tables that rules read hold what the perimeter shows and nothing else: a rule cannot see beyond them.</summary>
public sealed class MatiereDeControleTests : MatriceDesDroits
{
    private static readonly string[] Tables =
        ["fichier_paye", "bulletin_paye", "ligne_payee", "regime_paye", "versement_paye", "evenement_paye", "anomalie_paye", "bulletin_suivi", "regime_suivi", "versement_suivi"];

    [Fact]
    public void LesTablesNeTiennentQueLePerimetre()
    {
        var perimetre = Perimetre.Limite([new BudgetPermis(DossierMarque.Commune, "00", new MoisDePaye(2026, 1)), new BudgetPermis(DossierMarque.Hopital[..9], "01", Au: new MoisDePaye(2025, 11))]);
        var vues = Dire(perimetre);
        Assert.Empty(Dire(Perimetre.Limite([])));
        Dossier.Reduire(perimetre);

        Assert.Equal(Dire(Perimetre.Complet), vues);
        Assert.All(Tables.Except(["evenement_paye", "anomalie_paye", "regime_paye", "regime_suivi", "versement_paye", "versement_suivi"]), t => Assert.Contains(vues, v => v.StartsWith($"{t} ", StringComparison.Ordinal)));
    }

    private List<string> Dire(Perimetre perimetre)
    {
        var (matiere, connexion, dites) = (new MatiereDeControle(), Dossier.Entrepot.Connexion, new List<string>());
        foreach (var employeur in matiere.Mois(connexion, perimetre).GroupBy(m => m.Siret, m => m.Mois))
        {
            matiere.Commencer(connexion, perimetre, employeur.Key);
            foreach (var mois in employeur)
            {
                matiere.Ouvrir(connexion, perimetre, employeur.Key, mois);
                dites.AddRange(Tables.SelectMany(t => Lire(t).Order(StringComparer.Ordinal)));
            }
        }

        return dites;
    }

    private IEnumerable<string> Lire(string table)
    {
        using var commande = Dossier.Entrepot.Connexion.CreateCommand();
        commande.CommandText = $"SELECT * FROM {table}";
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            var cellules = Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.GetValue(i) is System.Collections.IEnumerable liste and not string ? string.Join(',', liste.Cast<object>()) : Convert.ToString(lecteur.GetValue(i), CultureInfo.InvariantCulture));
            yield return $"{table} {string.Join('|', cellules)}";
        }
    }
}
