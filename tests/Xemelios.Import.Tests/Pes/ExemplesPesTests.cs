using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Import.Tests.Intake;

namespace Xemelios.Import.Tests.Pes;

/// <summary>The four samples of the format page and their expected readings.</summary>
public class ExemplesPesTests
{
    [Fact]
    public void UnMandatDePayeEtLeXhlQuIlPorte()
    {
        using var atelier = new Atelier();
        var texte = Releve.Exemple("18.1-mandat-et-xhl.xml");
        var lu = Releve.De(atelier, texte);
        Assert.Equal(
            new FluxPes("PES_Aller", "PESALR2_123_00_20250320_01.xml", "PESALR2", new DateOnly(2025, 3, 20), "099001", "99999999900025", null,
                "123", "00", "COMMUNE DE SAINT-EXEMPLE", ADepense: true, APieces: true, lu.Complet!.AutresDomaines), lu.Complet);
        var bordereau = Assert.Single(lu.Bordereaux);
        Assert.Equal((2025, "14", "01", 1), (bordereau.Exercice!.Value, bordereau.Numero, bordereau.Type, bordereau.NombreDePieces!.Value));
        Assert.Equal(("2800.00", "0.00", "61250.40"), ($"{bordereau.MontantHt}", $"{bordereau.MontantTva}", $"{bordereau.CumulAnnuel}"));
        var mandat = Assert.Single(bordereau.Mandats);
        Assert.Equal(("212", "01", "11", "PAYE MARS 2025 - TITULAIRES"), (mandat.Numero, mandat.TypePiece, mandat.NaturePiece, mandat.Objet));
        Assert.Equal(new DateOnly(2025, 3, 27), mandat.DateEcheance);
        Assert.Equal(
            [("1", "64111", "2210.40"), ("2", "64112", "66.31"), ("3", "64118", "523.29")],
            mandat.Lignes.Select(l => (l.Numero, l.Nature, $"{l.MontantHt}")));
        Assert.All(mandat.Lignes, l => Assert.Equal(
            ("020", "04", "PERSONNEL SAINT-EXEMPLE", "23", "09"), (l.Fonction, l.ModeReglement, l.TiersNom, l.TiersCategorie, l.TiersNatureJuridique)));
        var reference = Assert.Single(mandat.References);
        Assert.Equal(("01", "99999999900025P202503XHL01", "PAYE_2025_03.xhl", "004"), (reference.Support, reference.IdUnique, reference.Nom, reference.TypePj));
        Assert.StartsWith("<Piece>", texte[(int)mandat.Provenance.Octet!.Value..], StringComparison.Ordinal);
        Assert.StartsWith("<PJRef>", texte[(int)reference.Provenance.Octet!.Value..], StringComparison.Ordinal);
        Assert.Empty(lu.Anomalies);
    }

    [Fact]
    public void LeXhlDUnePieceSeDecodeEtSeRelitDepuisSonOctet()
    {
        using var atelier = new Atelier();
        var flux = atelier.Recevoir("flux.xml", Encoding.Latin1.GetBytes(Releve.Exemple("18.1-mandat-et-xhl.xml")));
        var (piece, chemin, contenu) = Assert.Single(Releve.De(atelier, flux).Pieces);
        Assert.Equal("flux.xml!99999999900025P202503XHL01/PAYE_2025_03.xhl", chemin);
        Assert.Equal(
            (1, "99999999900025P202503XHL01", "PAYE_2025_03.xhl", "004", "Etat de paye mars 2025", "application/xml"),
            (piece.Rang, piece.IdUnique, piece.Nom, piece.TypePj, piece.Description, piece.TypeMime));
        Assert.Equal(2658, contenu!.Length);
        Assert.Equal("7b0c672d5c94511f9bbe6ab680e6bcaf0c1f1313f60f354bc1be1bbd05aa9240", Convert.ToHexStringLower(SHA256.HashData(contenu)));
        Assert.Equal(TypeDeContenu.Xhl, Reconnaissance.Reconnaitre(atelier.Recevoir("x", contenu)));
        using var relu = PesReader.OuvrirContenu(flux.Ouvrir(), piece.Provenance.Octet!.Value);
        using var copie = new MemoryStream();
        relu.CopyTo(copie);
        Assert.Equal(contenu, copie.ToArray());
    }

    [Fact]
    public void UnePieceAutonomeDitLesMandatsQuElleJustifie()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Releve.Exemple("18.2-pj-autonome.xml"));
        var (piece, _, contenu) = Assert.Single(lu.Pieces);
        Assert.Equal(("99999999900025P2025DELIB0042", "003"), (piece.IdUnique, piece.TypePj));
        Assert.Equal(
            [("01", 2025, "01", "212", "3"), ("01", 2025, "01", "213", null)],
            piece.References.Select(r => (r.Domaine, r.Exercice!.Value, r.TypeObjet, r.Identifiant, r.Complement)));
        Assert.Equal(TypeDeContenu.Pdf, Reconnaissance.Reconnaitre(atelier.Recevoir("x", contenu!)));
        Assert.Equal((false, true), (lu.Complet!.ADepense, lu.Complet.APieces));
        Assert.Empty(lu.Anomalies);
    }

    [Fact]
    public void UneReductionDitLaLigneQuElleCorrige()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Releve.Exemple("18.3-reduction.xml"));
        var bordereau = Assert.Single(lu.Bordereaux);
        var mandat = Assert.Single(bordereau.Mandats);
        var ligne = Assert.Single(mandat.Lignes);
        Assert.Equal(("02", "5", "02", "06"), (bordereau.Type, mandat.Numero, mandat.TypePiece, mandat.NaturePiece));
        Assert.Equal(new Montant(2329), ligne.MontantHt);
        Assert.Equal(new Rattachement("01", 2025, "212", "3"), ligne.Rattachement);
        Assert.Empty(lu.Anomalies);
    }

    [Fact]
    public void UnAcquitAccepteLeBordereauEtRefuseLaPiece()
    {
        using var atelier = new Atelier();
        var lu = Releve.De(atelier, Releve.Exemple("18.4-acquit.xml"));
        Assert.Equal("PESALR2_123_00_20250320_01.xml", lu.Flux!.NomFic);
        Assert.Collection(
            lu.Acquits,
            a => Assert.Equal(("5", true, "14", 2025, null), (a.Domaine, a.Accepte!.Value, a.NumeroBordereau, a.ExerciceBordereau!.Value, a.IdUnique)),
            a => Assert.Equal(
                ("4", false, "99999999900025P202503XHL01", "ERREUR_DOUBLON_PJ", "PJ deja integree"),
                (a.Domaine, a.Accepte!.Value, a.IdUnique, a.CodeAnomalie, a.LibelleAnomalie)));
        Assert.Empty(lu.Anomalies);
    }
}
