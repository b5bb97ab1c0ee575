using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Reads the identity of an agent, addresses and bank account included, whatever the order of the elements (defect D24).</summary>
internal sealed class LecteurDAgent(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private static readonly string[] Enfants =
    [
        "Civilite", "Nom", "ComplNom", "Prenom", "Matricule", "NIR", "Adresse", "NbEnfants", "Statut", "RefNomenStatutaire",
        "EmploiMetier", "Grade", "Echelon", "Indice", "CptBancaire",
    ];

    public Agent LireAgent()
    {
        var agent = new Agent();
        var profondeur = curseur.Profondeur;
        var ordre = new OrdreDuSchema(Enfants);
        while (curseur.EnfantSuivant(profondeur))
        {
            if (ordre.EstRompuPar(curseur.Nom))
                valeurs.Signaler(CatalogueDesAnomalies.AgentEnDesordre);
            agent = LireUnEnfant(agent);
        }

        return agent;
    }

    public Adresse LireAdresse(string chemin)
    {
        string?[] textes = new string?[8];
        DateOnly? date = null;
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            switch (curseur.Nom)
            {
                case "TypAdr": textes[0] ??= valeurs.Texte(1); break;
                case "Adr1": textes[1] ??= valeurs.Texte(38); break;
                case "Adr2": textes[2] ??= valeurs.Texte(38); break;
                case "Adr3": textes[3] ??= valeurs.Texte(38); break;
                case "CP": textes[4] ??= valeurs.Texte(5); break;
                case "Ville": textes[5] ??= valeurs.Texte(38); break;
                case "CodRes": textes[6] ??= valeurs.Texte(5); break;
                case "CodPays": textes[7] ??= valeurs.Texte(3); break;
                case "DteAdr": date ??= valeurs.Date($"{chemin}/DteAdr"); break;
                default: Inconnu(chemin); break;
            }
        }

        return new Adresse(textes[0], textes[1], textes[2], textes[3], textes[4], textes[5], textes[6], textes[7], date);
    }

    private Agent LireUnEnfant(Agent agent) => curseur.Nom switch
    {
        "Civilite" => agent with { Civilite = valeurs.Texte(10) },
        "Nom" => agent with { Nom = valeurs.Texte(50) },
        "ComplNom" => agent with { ComplementNom = valeurs.Texte(50) },
        "Prenom" => agent with { Prenom = valeurs.Texte(50) },
        "Matricule" => agent with { Matricule = valeurs.Texte(24) },
        "NIR" => agent with { Nir = valeurs.Texte(15) },
        "Adresse" => agent with { Adresse = LireAdresse("Agent/Adresse") },
        "NbEnfants" => agent with { NbEnfants = valeurs.Entier("Agent/NbEnfants") },
        "Statut" => agent with { Statut = LireStatut() },
        "RefNomenStatutaire" => LireReferenceStatutaire(agent),
        "EmploiMetier" => agent with { EmploiMetier = valeurs.Texte(50) },
        "Grade" => agent with { Grade = valeurs.Texte(100) },
        "Echelon" => agent with { Echelon = valeurs.Texte(50) },
        "Indice" => LireIndice(agent),
        "CptBancaire" => agent with { Compte = LireCompte() },
        _ => AgentAvecInconnu(agent),
    };

    /// <summary>Exact first, then upper case with "_" for spaces; an unknown status keeps its text (format page §6.1).</summary>
    private string? LireStatut()
    {
        if (valeurs.Texte(24) is not { } texte)
            return null;
        var normalise = texte.ToUpperInvariant().Replace(' ', '_');
        return StatutsConnus.Contains(normalise) ? normalise : texte;
    }

    private static readonly string[] StatutsConnus =
        ["TITULAIRE", "NON_TITULAIRE", "STAGIAIRE", "EMPLOI_FONC", "EMPLOI_AIDE", "AUTRE_STATUT"];

    private Agent LireIndice(Agent agent)
    {
        var texte = curseur.V?.Trim();
        // Empty is the schema's own way to say "not paid by index", and zero means the same (defect D45).
        var indice = string.IsNullOrEmpty(texte) ? null : valeurs.Entier("Agent/Indice");
        return agent with { IndiceTexte = texte, Indice = indice is > 0 ? indice : null };
    }

    private Agent LireReferenceStatutaire(Agent agent)
    {
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (curseur.Nom == "Code") agent = agent with { ReferenceStatutaireCode = valeurs.CodeAttendu(10, "de la nomenclature statutaire d'un agent") };
            else if (curseur.Nom == "Libelle") agent = agent with { ReferenceStatutaireLibelle = valeurs.Code(100) };
            else Inconnu("Agent/RefNomenStatutaire");
        }

        return agent;
    }

    private CompteBancaire LireCompte()
    {
        var compte = new CompteBancaire(null, null, null, null, null, null, null, null, null, null, null);
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            compte = curseur.Nom switch
            {
                "IdPayInt" => compte with { IdPays = valeurs.Code(4) },
                "IdBancInt" => compte with { IdBanque = valeurs.Code(11) },
                "CodeEtab" => compte with { CodeEtablissement = valeurs.Code(5) },
                "CodeGuic" => compte with { CodeGuichet = valeurs.Code(5) },
                "IdCpte" => compte with { NumeroCompte = valeurs.Code(11) },
                "CleRib" => compte with { CleRib = valeurs.Code(2) },
                "BIC" => compte with { Bic = valeurs.Code(11) },
                "IBAN" => compte with { Iban = valeurs.Code(34) },
                "LibBanc" => compte with { LibelleBanque = valeurs.Code(24) },
                "TitCpte" => compte with { Titulaire = valeurs.Texte(32) },
                "DteBanc" => compte with { Date = valeurs.Date("Agent/CptBancaire/DteBanc") },
                _ => CompteAvecInconnu(compte),
            };
        }

        return compte;
    }

    private Agent AgentAvecInconnu(Agent agent)
    {
        Inconnu("Agent");
        return agent;
    }

    private CompteBancaire CompteAvecInconnu(CompteBancaire compte)
    {
        Inconnu("Agent/CptBancaire");
        return compte;
    }

    private void Inconnu(string chemin) =>
        valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, $"{chemin}/{curseur.Nom}", $"L'élément {curseur.Nom} est inconnu sous {chemin} : il est gardé à part.");
}
