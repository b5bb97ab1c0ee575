using System.Text;
using Xemelios.Samples;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests;

/// <summary>Same name and same état, new content: the new one replaces the old, which stays in the history.</summary>
public sealed class RemplacementTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();
    private readonly byte[] _ancien;
    private readonly byte[] _nouveau;
    private readonly Attendu _attenduAncien;
    private readonly Attendu _attenduNouveau;

    public RemplacementTests()
    {
        var mois = GenerateurDeMois.Simple(31, 6);
        var corrige = mois with { Bulletins = [.. mois.Bulletins.Take(5)] };
        (_ancien, _attenduAncien) = (EtatPublie.Creer(mois).Xhl[0].Contenu, EtatPublie.Creer(mois).Attendu);
        (_nouveau, _attenduNouveau) = (EtatPublie.Creer(corrige).Xhl[0].Contenu, EtatPublie.Creer(corrige).Attendu);
    }

    [Fact]
    public void MemeNomNouveauContenu_RemplaceLAncienQuiResteDansLHistorique()
    {
        Assert.Equal(Etats.Importe, Importer("paye.xhl", _ancien).Etat);
        Assert.Equal(Etats.Remplace, Importer("paye.xhl", _nouveau).Etat);
        EstExact(_attenduNouveau);
        Assert.Equal(1L, Convert.ToInt64(_dossier.Lire("SELECT count(*) FROM volume WHERE remplace_par IS NOT NULL")[0][0]));
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void LAncienReimporteRevient()
    {
        Importer("paye.xhl", _ancien);
        Importer("paye.xhl", _nouveau);
        Assert.Equal(Etats.Remplace, Importer("paye.xhl", _ancien).Etat);
        EstExact(_attenduAncien);
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
        var avant = EmpreinteLogique.Calculer(_dossier.Entrepot)[""];
        _dossier.Reconstruire();
        Assert.Equal(avant, EmpreinteLogique.Calculer(_dossier.Entrepot)[""]);
    }

    [Fact]
    public void AutreNomMemeContenu_EstDejaImporte()
    {
        Importer("paye.xhl", _ancien);
        Assert.Equal(Etats.DejaImporte, Importer("copie.xhl", _ancien).Etat);
        EstExact(_attenduAncien);
    }

    [Fact]
    public void MemeNomSansAgentCommun_EstUnAutreVolume()
    {
        var mois = GenerateurDeMois.Simple(31, 6);
        var volumes = Volumes.Couper(mois, 2, ModeDeRepartition.ParVolume).Select(v => XhlWriter.Octets(mois, v, Dialecte.Standard)).ToList();
        Assert.Equal(Etats.Importe, Importer("a/paye.xhl", volumes[0]).Etat);
        Assert.Equal(Etats.Importe, Importer("b/paye.xhl", volumes[1]).Etat);
        EstExact(_attenduAncien);
        Assert.Equal(2L, Convert.ToInt64(_dossier.Lire("SELECT volumes FROM etat")[0][0]));
    }

    [Fact]
    public void MemeNomAutreMois_NeRemplaceRien()
    {
        Importer("paye.xhl", _ancien);
        var fevrier = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(_ancien).Replace("<Mois V=\"03\"/>", "<Mois V=\"02\"/>", StringComparison.Ordinal));
        Assert.NotEqual(_ancien, fevrier);
        Assert.Equal(Etats.Importe, Importer("paye.xhl", fevrier).Etat);
        Assert.Equal(2L, Convert.ToInt64(_dossier.Lire("SELECT count(*) FROM etat")[0][0]));
    }

    [Fact]
    public void UnFichierRefuseNeRemplaceRien()
    {
        Importer("paye.xhl", _ancien);
        Assert.Equal(Etats.Rejete, Importer("paye.xhl", XhlHostiles.Tronque(_nouveau)).Etat);
        EstExact(_attenduAncien);
    }

    public void Dispose() => _dossier.Dispose();

    private FichierImporte Importer(string nom, byte[] contenu) => Assert.Single(_dossier.Importer(_dossier.Poser(nom, contenu)).Fichiers);

    private void EstExact(Attendu attendu)
    {
        var lu = Assert.Single(_dossier.Lire("SELECT e.bulletins, e.lignes, (SELECT sum(brut) FROM bulletin), (SELECT count(*) FROM ligne) FROM etat e"));
        Assert.Equal((attendu.Bulletins, attendu.Lignes, Centimes.Euros(attendu.Brut), attendu.Lignes),
            (Convert.ToInt32(lu[0]), Convert.ToInt32(lu[1]), (decimal)lu[2]!, Convert.ToInt32(lu[3])));
    }
}
