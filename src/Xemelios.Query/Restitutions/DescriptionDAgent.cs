using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Restitutions;

/// <summary>One way in which an employer's files describe an agent, and when they do.</summary>
/// <param name="Premier">First month with a bulletin that says so, and last one; another description may stand between both.</param>
/// <param name="Bulletins">How many say so.</param>
public sealed record DescriptionDAgent(MoisDePaye Premier, MoisDePaye Dernier, int Bulletins)
{
    internal const string Sql = """
        SELECT min(p.periode), max(p.periode), count(*), a.civilite, a.nom, a.complement_nom, a.prenom, a.nir, a.enfants,
               statut.texte, emploi.texte, grade.texte, a.echelon, coalesce(a.indice_texte, a.indice::VARCHAR), service.texte, a.ref_statutaire_code, a.ref_statutaire_libelle,
               a.adr_type, a.adr1, a.adr2, a.adr3, a.cp, a.ville, a.residence, a.pays, a.adr_date,
               a.compte_pays, a.compte_banque, a.code_etablissement, a.code_guichet, a.numero_compte, a.cle_rib, a.bic, a.iban, a.libelle_banque, a.titulaire, a.compte_date
        FROM paye p JOIN sien a ON a.id = p.agent
        LEFT JOIN mot statut ON statut.id = a.statut LEFT JOIN mot emploi ON emploi.id = a.emploi
        LEFT JOIN mot grade ON grade.id = a.grade LEFT JOIN mot service ON service.id = a.service
        GROUP BY ALL ORDER BY ALL
        """;

    public string? Civilite { get; init; }

    public string? Nom { get; init; }

    public string? ComplementNom { get; init; }

    public string? Prenom { get; init; }

    public string? Nir { get; init; }

    public int? Enfants { get; init; }

    public string? Statut { get; init; }

    public string? Emploi { get; init; }

    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    public string? Indice { get; init; }

    public string? Service { get; init; }

    public string? RefStatutaireCode { get; init; }

    public string? RefStatutaireLibelle { get; init; }

    public required Adresse Adresse { get; init; }

    public required CompteBancaire Compte { get; init; }

    internal static DescriptionDAgent Lire(Rangee r) => new(MoisDePaye.FromCle(r.Entier()), MoisDePaye.FromCle(r.Entier()), r.Entier())
    {
        Civilite = r.Texte(), Nom = r.Texte(), ComplementNom = r.Texte(), Prenom = r.Texte(), Nir = r.Texte(), Enfants = r.EntierOuNul(),
        Statut = r.Texte(), Emploi = r.Texte(), Grade = r.Texte(), Echelon = r.Texte(), Indice = r.Texte(), Service = r.Texte(),
        RefStatutaireCode = r.Texte(), RefStatutaireLibelle = r.Texte(),
        Adresse = new(r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Date()),
        Compte = new(r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Date()),
    };

    /// <summary>All of them as a table, one a row.</summary>
    internal static TableDeReponse EnTable(IReadOnlyList<DescriptionDAgent> descriptions) => new(
        "Descriptions de l'agent",
        [.. Colonnes.Select(c => new ColonneDeTable(c.Cle, c.Titre, c.Type))],
        descriptions.Select(d => (IReadOnlyList<object?>)[.. Colonnes.Select(c => c.Valeur(d))]));

    private static readonly (string Cle, string Titre, TypeDeColonne Type, Func<DescriptionDAgent, object?> Valeur)[] Colonnes =
    [
        ("premier", "Premier mois", TypeDeColonne.Mois, d => d.Premier), ("dernier", "Dernier mois", TypeDeColonne.Mois, d => d.Dernier),
        ("bulletins", "Bulletins", TypeDeColonne.Entier, d => d.Bulletins), Texte("civilite", "Civilité", d => d.Civilite), Texte("nom", "Nom", d => d.Nom),
        Texte("complement_nom", "Complément de nom", d => d.ComplementNom), Texte("prenom", "Prénom", d => d.Prenom), Texte("nir", "NIR", d => d.Nir),
        ("enfants", "Enfants à charge", TypeDeColonne.Entier, d => d.Enfants), Texte("statut", "Statut", d => d.Statut), Texte("emploi", "Emploi", d => d.Emploi),
        Texte("grade", "Grade", d => d.Grade), Texte("echelon", "Échelon", d => d.Echelon), Texte("indice", "Indice", d => d.Indice), Texte("service", "Service", d => d.Service),
        Texte("ref_statutaire_code", "Référence statutaire", d => d.RefStatutaireCode), Texte("ref_statutaire_libelle", "Libellé de la référence statutaire", d => d.RefStatutaireLibelle),
        Texte("adresse_type", "Type d'adresse", d => d.Adresse.Type), Texte("adresse_1", "Adresse 1", d => d.Adresse.Ligne1), Texte("adresse_2", "Adresse 2", d => d.Adresse.Ligne2),
        Texte("adresse_3", "Adresse 3", d => d.Adresse.Ligne3), Texte("code_postal", "Code postal", d => d.Adresse.CodePostal), Texte("ville", "Ville", d => d.Adresse.Ville),
        Texte("residence", "Code résidence", d => d.Adresse.CodeResidence), Texte("pays", "Pays", d => d.Adresse.CodePays), ("adresse_date", "Date de l'adresse", TypeDeColonne.Date, d => d.Adresse.Date),
        Texte("compte_pays", "Pays du compte", d => d.Compte.IdPays), Texte("compte_banque", "Banque", d => d.Compte.IdBanque), Texte("code_etablissement", "Code établissement", d => d.Compte.CodeEtablissement),
        Texte("code_guichet", "Code guichet", d => d.Compte.CodeGuichet), Texte("numero_compte", "Numéro de compte", d => d.Compte.NumeroCompte), Texte("cle_rib", "Clé RIB", d => d.Compte.CleRib),
        Texte("bic", "BIC", d => d.Compte.Bic), Texte("iban", "IBAN", d => d.Compte.Iban), Texte("libelle_banque", "Nom de la banque", d => d.Compte.LibelleBanque),
        Texte("titulaire", "Titulaire", d => d.Compte.Titulaire), ("compte_date", "Date du compte", TypeDeColonne.Date, d => d.Compte.Date),
    ];

    private static (string, string, TypeDeColonne, Func<DescriptionDAgent, object?>) Texte(string cle, string titre, Func<DescriptionDAgent, string?> valeur) =>
        (cle, titre, TypeDeColonne.Texte, valeur);
}
