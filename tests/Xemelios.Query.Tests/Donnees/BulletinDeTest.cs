using Xemelios.Domain.Paye;

namespace Xemelios.Query.Tests.Donnees;

/// <summary>The lines and references of one bulletin.</summary>
public sealed class BulletinDeTest(VolumeDeTest volume, int id)
{
    private int _references;

    public int Id => id;

    public int Lignes { get; private set; }

    public decimal Brut { get; private set; }

    private Entrepot Entrepot => volume.Employeur.Entrepot;

    public BulletinDeTest Ligne(CategorieDeLigne categorie, string? code, decimal? montant, string? libelle = null,
        decimal? @base = null, decimal? taux = null, decimal? unites = null, long? ordre = null,
        DateOnly? debut = null, DateOnly? fin = null)
    {
        if (categorie.EstBrut())
            Brut += montant ?? 0;
        var rubrique = volume.Employeur.Rubrique(categorie, code, libelle ?? $"Rubrique {code}");
        Entrepot.Inserer("ligne", new
        {
            contenu = volume.Contenu, bulletin = id, position = ++Lignes, modele = volume.Employeur.Modele(rubrique, taux, ordre, debut, fin), @base, unites, montant,
        });
        return this;
    }

    public BulletinDeTest Traitement(decimal montant) => Ligne(CategorieDeLigne.TraitBrut, "1000", montant, "Traitement indiciaire");

    public BulletinDeTest Prime(decimal montant) => Ligne(CategorieDeLigne.Indemnite, "2000", montant, "IFSE");

    public BulletinDeTest Urssaf(decimal montant) => Ligne(CategorieDeLigne.Cotisation, "8000", montant, "URSSAF");

    public BulletinDeTest Evenement(string? code, string? description)
    {
        Entrepot.Inserer("evenement", new { bulletin = id, rang = 1, code, description });
        return this;
    }

    public BulletinDeTest Piece(string? idUnique, string? nom = null, string support = "01")
    {
        Entrepot.Inserer("reference_de_bulletin", new
        {
            bulletin = id, rang = ++_references, employeur = volume.Employeur.Id, periode = volume.Periode, support, id_unique = idUnique, nom,
        });
        return this;
    }
}
