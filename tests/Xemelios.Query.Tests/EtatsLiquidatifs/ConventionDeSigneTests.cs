using Xemelios.Domain.Paye;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>The view <c>convention</c>: the sign of each withheld category of a file, and why.</summary>
public sealed class ConventionDeSigneTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly int _contenu;

    public ConventionDeSigneTests() => _contenu = new EmployeurDeTest(_entrepot).Volume("v.xhl").Contenu;

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UnRemboursementIsoleNeRetournePasLesCotisations()
    {
        Signes(CategorieDeLigne.Deduction, positifs: 0, negatifs: 1);
        Signes(CategorieDeLigne.Cotisation, positifs: 3, negatifs: 0);
        Identite(deduction: 1, retenue: 1);
        Identite(deduction: 1, retenue: -1);
        Assert.Equal((1, "identite"), Convention(CategorieDeLigne.Deduction));
        Assert.Equal((1, "autres_categories"), Convention(CategorieDeLigne.Cotisation));
    }

    [Fact]
    public void UnPetitFichierEnNegatifEstRetourneEnEntier()
    {
        Signes(CategorieDeLigne.Deduction, positifs: 0, negatifs: 2);
        Signes(CategorieDeLigne.Cotisation, positifs: 0, negatifs: 3);
        Identite(deduction: -1, retenue: 1);
        Identite(deduction: -1, retenue: -1);
        Assert.Equal((-1, "identite"), Convention(CategorieDeLigne.Deduction));
        Assert.Equal((-1, "autres_categories"), Convention(CategorieDeLigne.Cotisation));
    }

    [Fact]
    public void VingtLignesDecidentALaMajoriteMalgreDesRegularisations()
    {
        Signes(CategorieDeLigne.Cotisation, positifs: 4, negatifs: 16);
        Assert.Equal((-1, "majorite"), Convention(CategorieDeLigne.Cotisation));
        Assert.Equal((-1, "autres_categories"), Convention(CategorieDeLigne.Retenue));
    }

    [Fact]
    public void CinqLignesUnanimesSuffisentQuandRienDAutreNeTranche()
    {
        Signes(CategorieDeLigne.Cotisation, positifs: 5, negatifs: 0);
        Signes(CategorieDeLigne.Deduction, positifs: 0, negatifs: 25);
        Assert.Equal((1, "unanimite"), Convention(CategorieDeLigne.Cotisation));
        Assert.Equal((-1, "majorite"), Convention(CategorieDeLigne.Deduction));
    }

    private void Signes(CategorieDeLigne categorie, int positifs, int negatifs) =>
        _entrepot.Inserer("signes", new { contenu = _contenu, categorie = (int)categorie, positifs, negatifs });

    private void Identite(int deduction, int retenue) =>
        _entrepot.Inserer("identite_du_net", new { contenu = _contenu, signe_deduction = deduction, signe_retenue = retenue, bulletins = 1 });

    private (int Signe, string Motif) Convention(CategorieDeLigne categorie)
    {
        using var commande = _entrepot.Connexion.CreateCommand();
        commande.CommandText = $"SELECT signe, motif FROM convention WHERE contenu = {_contenu} AND categorie = {(int)categorie}";
        using var lecteur = commande.ExecuteReader();
        Assert.True(lecteur.Read());
        return (lecteur.GetInt32(0), lecteur.GetString(1));
    }
}
