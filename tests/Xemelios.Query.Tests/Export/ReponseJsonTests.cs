using System.Text.Json;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Export;

/// <summary>The keys of the command line, in their order: keys may be added after, never renamed.</summary>
public sealed class ReponseJsonTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public ReponseJsonTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        var volume = _commune.Volume("v.xhl").NaturesUsuelles().Repartition("64111", 1850.10m)
            .Bulletin("000012", b => b.Traitement(1850.10m).Piece("A").Ligne(Domain.Paye.CategorieDeLigne.RemDivers, "3000", 235.62m, "IHTS", taux: 16.83m, unites: 14m), heuresSup: 14m);
        _commune.Flux("pes").Piece(volume.Contenu, "X", "v.xhl").Bordereau("101").Mandat("10100", [("64111", 1862.44m)], reference: "X");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void Etats_ALesClesDeLaLigneDeCommande()
    {
        var etat = Racine(new EtatsQuestion().Executer(_entrepot.Connexion, Perimetre.Complet))[0];
        Cles(etat, "siret employeur budget annee mois train volumes bulletins agents lignes brut net net_a_payer cotisations_patronales repartition mandats rapprochement");
        Assert.Equal("2085.72", etat.GetProperty("brut").GetString());
        Assert.Equal(JsonValueKind.Null, etat.GetProperty("train").ValueKind);
        Assert.Equal("""{"mode":"premier_volume","total":"1850.10"}""", JsonSerializer.Serialize(etat.GetProperty("repartition")));
    }

    [Fact]
    public void EtatLiquidatif_ALesClesDeLaLigneDeCommande()
    {
        var reponse = Racine(new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, Mars), AxeDEtat.Nature).Executer(_entrepot.Connexion, Perimetre.Complet));
        Cles(reponse, "etat par lignes totaux");
        Cles(reponse.GetProperty("lignes")[0], "cle libelle bulletins lignes brut retenues cotisations_patronales montant");
        Assert.Equal("nature", reponse.GetProperty("par").GetString());
    }

    [Fact]
    public void Rapprocher_ALesClesDeLaLigneDeCommande()
    {
        var reponse = Racine(new RapprochementQuestion(new DemandeDEtat(_commune.Siret, Mars)).Executer(_entrepot.Connexion, Perimetre.Complet));
        Cles(reponse, "etat lignes non_attribue totaux mandats statut statut_repartition reference");
        Cles(reponse.GetProperty("lignes")[0], "nature libelle recalcule repartition mandate ecart_repartition ecart_mandat statut mandats");
        Cles(reponse.GetProperty("totaux"), "recalcule repartition mandate ecart_repartition ecart_mandat");
        Cles(reponse.GetProperty("mandats")[0], "numero bordereau exercice nature_piece montant lien");
        Cles(reponse.GetProperty("non_attribue").GetProperty("rubriques")[0], "categorie code libelle lignes montant");
        Assert.Equal(("12.34", "pjref", "repartition"), (reponse.GetProperty("lignes")[0].GetProperty("ecart_mandat").GetString(),
            reponse.GetProperty("mandats")[0].GetProperty("lien").GetString(), reponse.GetProperty("reference").GetString()));
    }

    [Fact]
    public void HeuresSupplementaires_ALesClesDeLaLigneDeCommande()
    {
        var reponse = Racine(new HeuresSupplementairesQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Complet));
        Cles(reponse, "agents totaux");
        Cles(reponse.GetProperty("agents")[0], "matricule nom heures_declarees heures_payees montant taux");
        Assert.Equal("""{"taux":"16.83","heures":"14.00","montant":"235.62"}""", JsonSerializer.Serialize(reponse.GetProperty("agents")[0].GetProperty("taux")[0]));
    }

    [Fact]
    public void Justificatifs_ALesClesDeLaLigneDeCommande()
    {
        var reponse = Racine(new JustificatifsQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Complet));
        Cles(reponse, "references presentes manquantes orphelines pieces");
        Cles(reponse.GetProperty("pieces")[0], "id_unique nom statut support empreinte bulletins mandats");
        Assert.Equal("manquante", reponse.GetProperty("pieces")[0].GetProperty("statut").GetString());
    }

    [Fact]
    public void Bulletin_ALesClesDeLaLigneDeCommande()
    {
        var reponse = Racine(BulletinQuestion.DUnAgent(_commune.Siret, Mars, "000012").Executer(_entrepot.Connexion, Perimetre.Complet))[0];
        Cles(reponse, "volume ordre matricule nom prenom");
        Cles(reponse.GetProperty("lignes")[0], "categorie code libelle base taux unites montant nature caisse periode_debut periode_fin");
        foreach (var cle in new[] { "evenements", "justificatifs", "octet" })
            Assert.True(reponse.TryGetProperty(cle, out _));
    }

    private static JsonElement Racine<T>(T reponse) => JsonDocument.Parse(ReponseJson.Write(reponse)).RootElement;

    private static void Cles(JsonElement objet, string attendues)
    {
        var liste = attendues.Split(' ');
        Assert.Equal(liste, objet.EnumerateObject().Select(p => p.Name).Take(liste.Length));
    }
}
