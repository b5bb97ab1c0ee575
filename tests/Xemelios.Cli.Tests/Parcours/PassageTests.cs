using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Tests;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Samples;
using MoisDePaye = Xemelios.Domain.Valeurs.MoisDePaye;
using Reference = Xemelios.Query.Rapprochements.Reference;

namespace Xemelios.Cli.Tests.Parcours;

/// <summary>The employer's table de passage gives natures where the nomenclature gives none.</summary>
public sealed class PassageTests : IDisposable
{
    private const string EnTete = "siret;categorie;code;statut;nature_salariale;nature_patronale;debut;fin\n";
    private readonly DossierDEssai _dossier = new();
    private readonly EtatPublie _etat = EtatPublie.Creer(GenerateurDeMois.Simple(61, 5) with { AvecNatures = false });

    [Fact]
    public void SansTableDePassage_LaReferenceEstLaRepartition()
    {
        Paye();
        var lu = Rapprocher();
        Assert.Equal((Reference.Repartition, _etat.Attendu.NonAttribue), (lu.Reference, lu.NonAttribue.Montant.Centimes));
        Assert.All(lu.Lignes, l => Assert.Equal(0, l.Recalcule.Centimes));
    }

    [Fact]
    public void UneTableComplete_DonneLesNaturesEtLaReferenceDevientLeRecalcul()
    {
        Paye();
        Assert.Equal("PASSAGE", Assert.Single(Passage(Complete()).Fichiers).Type);
        var lu = Rapprocher();
        Assert.Equal((Reference.Recalcule, 0L), (lu.Reference, lu.NonAttribue.Montant.Centimes));
        Assert.Equal(StatutDeRepartition.Conforme, lu.StatutRepartition);
        Assert.Equal(_etat.ParNature.Where(n => n.Value != 0), lu.Lignes.Where(l => l.Recalcule.Centimes != 0).ToDictionary(l => l.Nature, l => l.Recalcule.Centimes));
    }

    [Fact]
    public void UneTablePartielle_AttribueCeQuElleCouvreEtRienDePlus()
    {
        Paye();
        var couvertes = Lignes().Where(l => l.Ligne.Categorie == Categorie.Cotisation).ToList();
        Passage(EnTete + string.Join('\n', couvertes.Select(Rangee).Distinct()));
        var lu = Rapprocher();
        Assert.Equal(Reference.Repartition, lu.Reference);
        Assert.Equal(couvertes.Sum(l => l.Ligne.Mt), lu.Lignes.Sum(l => l.Recalcule.Centimes));
        Assert.Equal(_etat.Attendu.NonAttribue - couvertes.Sum(l => l.Ligne.Mt), lu.NonAttribue.Montant.Centimes);
    }

    [Fact]
    public void UneTableHorsDeSesDatesNAttribueRien()
    {
        Paye();
        Passage(Complete().Replace(";;\n", ";2027-01;2027-12\n", StringComparison.Ordinal));
        Assert.Equal(_etat.Attendu.NonAttribue, Rapprocher().NonAttribue.Montant.Centimes);
    }

    [Fact]
    public void LaTableSurvitALaReconstruction()
    {
        Paye();
        Passage(Complete());
        _dossier.Reconstruire();
        Assert.Equal(Reference.Recalcule, Rapprocher().Reference);
    }

    public void Dispose() => _dossier.Dispose();

    private void Paye() => _dossier.Importer(_dossier.Poser("paye.xhl", _etat.Xhl[0].Contenu));

    private Xemelios.Import.ImportReport Passage(string csv) => _dossier.Importer(_dossier.Poser("passage.csv", Encoding.UTF8.GetBytes(csv)));

    private IEnumerable<(LigneFictive Ligne, string Statut)> Lignes() => _etat.Mois.Bulletins
        .SelectMany(b => b.Lignes.Select(l => (l, b.Agent.Statut)))
        .Where(l => l.l.Nature is not null && (l.l.Categorie.EstBrut() || l.l.Categorie == Categorie.Cotisation));

    // The same rubrique goes to one nature for a titulaire and to another for a contractuel.
    private string Complete() => EnTete + string.Join('\n', Lignes().Select(Rangee).Distinct()) + "\n";

    private static string Rangee((LigneFictive Ligne, string Statut) l) => l.Ligne.Categorie == Categorie.Cotisation
        ? $";{l.Ligne.Categorie};{l.Ligne.Rubrique.Code};{l.Statut};;{l.Ligne.Nature};;"
        : $";{l.Ligne.Categorie};{l.Ligne.Rubrique.Code};{l.Statut};{l.Ligne.Nature};;;";

    private Query.Rapprochements.Rapprochement Rapprocher()
    {
        using var connexion = _dossier.Entrepot.Connecter();
        return new RapprochementQuestion(new DemandeDEtat(_etat.Mois.Employeur.Siret, new MoisDePaye(2026, _etat.Mois.Mois))).Executer(connexion, Perimetre.Complet);
    }
}
