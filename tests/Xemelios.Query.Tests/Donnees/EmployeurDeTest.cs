using Xemelios.Domain.Paye;

namespace Xemelios.Query.Tests.Donnees;

/// <summary>An employer and what it sends: files of pay, flows of mandats, pieces.</summary>
public sealed class EmployeurDeTest
{
    private readonly Dictionary<(CategorieDeLigne, string?, string?), int> _rubriques = [];
    private readonly Dictionary<(int Rubrique, decimal? Taux, long? Ordre, DateOnly? Debut, DateOnly? Fin), int> _modeles = [];
    private readonly Dictionary<(int, string), int> _mots = [];

    public EmployeurDeTest(Entrepot entrepot, string siret = "21990001200019", string nom = "Commune d'Exemple")
    {
        Entrepot = entrepot;
        Siret = siret;
        Nom = nom;
        Id = entrepot.Id();
        entrepot.Inserer("employeur", new { id = Id, siret });
    }

    public Entrepot Entrepot { get; }

    public string Siret { get; }

    public string Nom { get; }

    public int Id { get; }

    public VolumeDeTest Volume(string nom, int periode = 202603, string? budget = "00", string? train = null, int? contenant = null, int? numero = null, bool enteteSeul = false) =>
        new(this, nom, periode, budget, train, contenant, numero, enteteSeul);

    public FluxDeTest Flux(string nom, string? date = "2026-03-25", string? budget = "00") => new(this, nom, date, budget);

    /// <summary>A piece on its own or in an archive.</summary>
    public EmployeurDeTest Fichier(string nom, string? contenu = null, int? archive = null, bool siretConnu = true, string? dossier = null, string? description = null)
    {
        var id = Entrepot.Contenu("PIECE", contenu ?? nom, archive, dossier);
        Entrepot.Inserer("piece", new
        {
            id = Entrepot.Id(), contenu = id, contenant = archive, indice = 0, chemin = nom, nom, description, siret = siretConnu ? Siret : null,
            dossier, type_mime = "application/pdf", octets = 100,
        });
        return this;
    }

    public int Rubrique(CategorieDeLigne categorie, string? code, string? libelle)
    {
        if (_rubriques.TryGetValue((categorie, code, libelle), out var id))
            return id;
        id = Entrepot.Id();
        Entrepot.Inserer("rubrique", new { id, employeur = Id, categorie = (int)categorie, code, libelle });
        return _rubriques[(categorie, code, libelle)] = id;
    }

    public int Modele(int rubrique, decimal? taux, long? ordre, DateOnly? debut = null, DateOnly? fin = null)
    {
        if (_modeles.TryGetValue((rubrique, taux, ordre, debut, fin), out var id))
            return id;
        id = Entrepot.Id();
        Entrepot.Inserer("modele_de_ligne", new { id, employeur = Id, rubrique, taux, debut, fin, ordre });
        return _modeles[(rubrique, taux, ordre, debut, fin)] = id;
    }

    public int? Mot(int sorte, string? texte)
    {
        if (texte is null)
            return null;
        if (_mots.TryGetValue((sorte, texte), out var id))
            return id;
        id = Entrepot.Id();
        Entrepot.Inserer("mot", new { id, employeur = Id, sorte, texte });
        return _mots[(sorte, texte)] = id;
    }
}
