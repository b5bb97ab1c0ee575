using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>The labels by which users of XéMéLios know criteria and columns: every one is there.</summary>
public sealed class PariteTests
{
    private static readonly string[] Rubriques =
    [
        "Rubriques (Traitement Principal)", "Rubriques (Indemnité de Résidence)", "Rubriques (Supplément Familial)", "Rubriques (Autre Indemnité)", "Rubriques (Avantage en Nature)",
        "Rubriques (Déduction sur brut)", "Rubriques (Rappel)", "Rubriques (Acompte)", "Rubriques (Retenue sur net)", "Rubriques (Cotisation Patronale)",
    ];

    [Fact]
    public void Les45CriteresDesBulletinsYSont()
    {
        string[] libelles =
        [
            "Année et Mois", "Année", "Mois", "Evènement", "Tous les Evènements", "Montant Net", "Montant Brut", "Montant Imposable", "Heures supplémentaires",
            "Heures travaillées", "Temps de travail", "Indice", "NBI", "Emploi", "Service", "Grade", "Echelon", "Etablissement", "Agent (nom)", "Agent (prénom)",
            "Agent (matricule)", "Agent (nir)", "Agent (statut)", "Agent (enfants à charge)", "Réf. Nomencl. Statutaire", "Réf. Nomencl. Statutaire (code)",
            "Réf. Nomencl. Statutaire (libellé)", "Catégorie de Rubriques", "Rubrique détaillée", "Caisse (cotisation)", .. Rubriques, "Budget", "RIB", "Avec PJ",
            "PJ (Id Unique)", "PJ (Nom)",
        ];
        Assert.Equal(45, libelles.Length);
        Assert.Empty(libelles.Except(Sujet.Bulletins.Criteres().Select(c => c.Libelle)));
        Assert.Contains("Train de paye", Sujet.Bulletins.Criteres().Select(c => c.Libelle));
    }

    [Fact]
    public void Les19CriteresDesLignesYSont()
    {
        string[] libelles =
        [
            "Année et Mois", "Catégorie de Rubriques", "Rubrique détaillée", "Agent (nom)", "Agent (prénom)", "Agent (matricule)", "Agent (nir)", "Agent (statut)", "Caisse (cotisation)", .. Rubriques,
        ];
        Assert.Equal(19, libelles.Length);
        Assert.Empty(libelles.Except(Sujet.Lignes.Criteres().Select(c => c.Libelle)));
    }

    [Fact]
    public void Les5CriteresDeLaRepartitionYSont() =>
        Assert.Empty(new[] { "Année et Mois", "Fonction", "Budget", "Année", "Mois" }.Except(Sujet.Repartition.Criteres().Select(c => c.Libelle)));

    [Fact]
    public void LesColonnesParDefautSontCellesDeXemelios()
    {
        Assert.Equal(
            ["Année", "Mois", "Nom", "Prénom", "Matricule", "Statut", "Emploi", "Service", "Indice", "Net", "Brut", "Trait. Principal", "Evènement"],
            Colonnes.Choisir(Sujet.Bulletins, null, Condition.Tout).Select(c => c.Titre));
        Assert.Equal(
            ["Année", "Mois", "Libellé", "Code", "Montant", "Code Budget", "Code Fonction"], Colonnes.Choisir(Sujet.Repartition, null, Condition.Tout).Select(c => c.Titre));
    }

    [Theory]
    [InlineData("imposable>=1", "Montant Imposable")]
    [InlineData("heures_sup>=1", "Heures supplémentaires")]
    [InlineData("heures_total>=1", "Heures travaillées")]
    [InlineData("quotite>=1", "Temps de travail")]
    [InlineData("nbi>=1", "NBI")]
    [InlineData("nir vide", "NIR")]
    [InlineData("enfants>=1", "Enfants à charge")]
    [InlineData("grade=Attaché", "Grade")]
    [InlineData("pas (echelon=05)", "Echelon")]
    [InlineData("etablissement=EHPAD", "Etablissement")]
    [InlineData("rubrique=1000", "Montant trouvé")]
    public void UnCritereApporteSaColonne(string criteres, string colonne)
    {
        Assert.Contains(colonne, Colonnes.Choisir(Sujet.Bulletins, null, Sujet.Bulletins.Lire(criteres)).Select(c => c.Titre));
        Assert.DoesNotContain(colonne, Colonnes.Choisir(Sujet.Bulletins, null, Condition.Tout).Select(c => c.Titre));
    }

    [Fact]
    public void LesClesDesColonnesEtDesCriteresSeTiennent()
    {
        foreach (var sujet in Enum.GetValues<Sujet>())
        {
            Assert.Distinct(Colonnes.Toutes(sujet).Select(c => c.Cle));
            Assert.Distinct(sujet.Criteres().Select(c => c.Cle));
            Assert.All(Colonnes.Toutes(sujet), c => Assert.True(c.Critere is null || sujet.Trouver(c.Critere) is not null, c.Cle));
        }
    }
}
