using System.Text;
using System.Text.Json.Nodes;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Tests;
using Xemelios.Query.Passages;
using Xemelios.Samples;
using Xemelios.Web.Pages.Passage;

namespace Xemelios.Cli.Tests.Parcours;

/// <summary>A table that is proposed, confirmed, and kept as an original.</summary>
public sealed class PassageProposeTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();
    private readonly EtatPublie _etat = EtatPublie.Creer(GenerateurDeMois.Simple(61, 40) with { AvecNatures = false });

    private string Siret => _etat.Mois.Employeur.Siret;

    [Fact]
    public void LaTableProposeeExpliqueToutEtDevientUnOriginalUneFoisConfirmee()
    {
        _dossier.Importer(_dossier.Poser("paye.xhl", _etat.Xhl[0].Contenu));
        var proposee = Proposer();
        Assert.Equal(100m, proposee.Total.Pourcentage);
        Assert.All(proposee.Lignes, l => Assert.Equal(SuiteDeProposition.Proposee, l.Suite));

        Confirmer(proposee, "Anne Petit", 1);
        Confirmer(proposee, "Marc Roux", 2);
        _dossier.Reconstruire();

        var confirmee = Poser(new ProposerPassageQuestion(Siret).Executer)!;
        Assert.Equal((100m, 100m), (confirmee.Total.Pourcentage, confirmee.EnVigueur.Pourcentage));
        Assert.All(confirmee.Lignes, l => Assert.Equal(SuiteDeProposition.Confirmee, l.Suite));
        var versions = Poser(new HistoriqueDePassageQuestion(Siret).Executer);
        Assert.Equal([(true, "Marc Roux"), (false, "Anne Petit")], versions.Select(v => (v.EnVigueur, Signature(v).Par!)));
    }

    [Fact]
    public void LaLigneDeCommandeProposeEtDitCeQueCelaExplique()
    {
        _dossier.Importer(_dossier.Poser("paye.xhl", _etat.Xhl[0].Contenu));
        var lu = Commande.Sur(_dossier.Entrepot, "passage", "--siret", Siret, "--proposer").Json;
        Assert.Equal("100.00", (string)lu["total"]!["pourcentage"]!);
        Assert.Equal("0.00", (string)lu["etats"]![0]!["reference"]!["ecart"]!);
        var ligne = lu["lignes"]![0]!;
        Assert.Equal(["a_expliquer", "budget", "ecart", "explique", "mois", "montant"], ligne["montants"]![0]!.AsObject().Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.Equal("proposee", (string)ligne["suite"]!);
        Assert.Equal(CodesDeRetour.Echec, Commande.Sur(_dossier.Entrepot, "passage", "--siret", "00000000000000", "--proposer").Code);
    }

    public void Dispose() => _dossier.Dispose();

    private void Confirmer(PropositionDePassage proposition, string par, int jour)
    {
        var table = Poser(new TableDePassageQuestion(Siret).Executer)!;
        var fichier = new ConfirmationDePassage(null, par).EnFichier(table, proposition.Lignes.ToList(), new DateTimeOffset(2026, 4, jour, 8, 0, 0, TimeSpan.Zero))!;
        Assert.Equal("importe", Assert.Single(_dossier.Importer(_dossier.Poser($"table-{jour}.csv", fichier)).Fichiers).Etat);
    }

    private SignatureDePassage Signature(VersionDePassage version)
    {
        using var lecteur = new StreamReader(_dossier.Entrepot.Originaux.Ouvrir(new Domain.Valeurs.Empreinte(version.Empreinte)), Encoding.UTF8);
        return SignatureDePassage.Lire(lecteur);
    }

    private PropositionDePassage Proposer() => Poser(new ProposerPassageQuestion(Siret).Executer)!;

    private T Poser<T>(Func<System.Data.Common.DbConnection, Perimetre, T> question)
    {
        using var connexion = _dossier.Entrepot.Connecter();
        return question(connexion, Perimetre.Complet);
    }
}
