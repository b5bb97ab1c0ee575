namespace Xemelios.Query.Tests.Donnees;

/// <summary>One PES flow: bordereaux with their mandats, and pieces.</summary>
public sealed class FluxDeTest
{
    private readonly EmployeurDeTest _employeur;
    private int _bordereau;
    private string _type = "01";

    public FluxDeTest(EmployeurDeTest employeur, string nom, string? date, string? budget)
    {
        _employeur = employeur;
        Contenu = Entrepot.Contenu("PES_ALLER", nom);
        Entrepot.Inserer("flux_pes", new { contenu = Contenu, racine = "PES_Aller", nom_fic = nom, date_structure = date, id_coll = employeur.Siret, cod_bud = budget });
    }

    public int Contenu { get; }

    private Entrepot Entrepot => _employeur.Entrepot;

    public FluxDeTest Bordereau(string numero, string type = "01", int exercice = 2026, string? date = "2026-03-25")
    {
        _bordereau = Entrepot.Id();
        _type = type;
        Entrepot.Inserer("bordereau", new { id = _bordereau, contenu = Contenu, rang = 1, exercice, numero, type, date_emission = date });
        return this;
    }

    /// <summary>A mandat of pay, its lines as nature = amount; <paramref name="origine"/> is the mandat that every line corrects.</summary>
    public FluxDeTest Mandat(string numero, (string Nature, decimal Montant)[] lignes, string? objet = null, string? reference = null,
        string? nomReference = null, string nature = "11", string? origine = null, string? typePiece = "01")
    {
        var id = Entrepot.Id();
        Entrepot.Inserer("mandat", new { id, contenu = Contenu, bordereau = _bordereau, rang = 1, numero, type_piece = typePiece, nature_piece = nature, objet });
        var rang = 0;
        foreach (var (compte, montant) in lignes)
        {
            rang++;
            Entrepot.Inserer("ligne_de_mandat", new
            {
                mandat = id, rang, numero = $"{rang}", nature = compte, montant_ht = montant,
                origine_exercice = origine is null ? (int?)null : 2026, origine_mandat = origine,
            });
        }

        if (reference is not null || nomReference is not null)
            Entrepot.Inserer("reference_de_mandat", new { mandat = id, rang = 1, support = "01", id_unique = reference, nom = nomReference });
        return this;
    }

    public FluxDeTest Piece(int? contenu, string? idUnique, string nom, string? refcompta = null)
    {
        var id = Entrepot.Id();
        if (contenu is { } c)
            Entrepot.Inserer("livraison", new { contenu = c, contenant = Contenu, indice = 1, chemin = nom, nom });
        Entrepot.Inserer("piece", new
        {
            id, contenu, contenant = Contenu, pes = Contenu, indice = 1, chemin = nom, id_unique = idUnique, nom,
            siret = _employeur.Siret, type_mime = "application/pdf", octets = 100,
        });
        if (refcompta is not null)
            Entrepot.Inserer("reference_comptable", new { piece = id, rang = 1, domaine = "01", exercice = 2026, type_objet = "01", identifiant = refcompta });
        return this;
    }

    /// <summary>An acquit on this flow.</summary>
    public FluxDeTest Acquit(bool accepte, string? bordereau = null, string? idUnique = null, string? anomalie = null)
    {
        var nom = $"acquit-{Contenu}-{bordereau}{idUnique}";
        var contenu = Entrepot.Contenu("ACQUIT", nom);
        Entrepot.Connexion.Execute($"INSERT INTO flux_pes SELECT {contenu}, 'PES_ACQUIT', nom_fic, type_fic, date_structure, id_post, id_coll, fin_jur, cod_col, cod_bud, libelle_budget FROM flux_pes WHERE contenu = {Contenu}");
        Entrepot.Inserer("acquit", new
        {
            contenu, rang = 1, domaine = idUnique is null ? "5" : "4", accepte, numero_bordereau = bordereau,
            exercice_bordereau = bordereau is null ? (int?)null : 2026, id_unique = idUnique, code_anomalie = anomalie,
        });
        return this;
    }
}
