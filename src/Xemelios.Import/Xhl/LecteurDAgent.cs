using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Reads the identity of an agent, addresses and bank account included, whatever the order of the elements (defect D24).</summary>
internal sealed class LecteurDAgent(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private static readonly RangsDuSchema Enfants = new(
        Balise.Civilite, Balise.Nom, Balise.ComplNom, Balise.Prenom, Balise.Matricule, Balise.NIR, Balise.Adresse, Balise.NbEnfants,
        Balise.Statut, Balise.RefNomenStatutaire, Balise.EmploiMetier, Balise.Grade, Balise.Echelon, Balise.Indice, Balise.CptBancaire);

    public Agent LireAgent()
    {
        var agent = new Agent();
        var profondeur = curseur.Profondeur;
        var ordre = new OrdreDuSchema(Enfants);
        while (curseur.EnfantSuivant(profondeur))
        {
            if (ordre.EstRompuPar(curseur.Balise))
                valeurs.Signaler(CatalogueDesAnomalies.AgentEnDesordre);
            LireUnEnfant(agent);
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
            switch (curseur.Balise)
            {
                case Balise.TypAdr: textes[0] ??= valeurs.Texte(1); break;
                case Balise.Adr1: textes[1] ??= valeurs.Texte(38); break;
                case Balise.Adr2: textes[2] ??= valeurs.Texte(38); break;
                case Balise.Adr3: textes[3] ??= valeurs.Texte(38); break;
                case Balise.CP: textes[4] ??= valeurs.Texte(5); break;
                case Balise.Ville: textes[5] ??= valeurs.Texte(38); break;
                case Balise.CodRes: textes[6] ??= valeurs.Texte(5); break;
                case Balise.CodPays: textes[7] ??= valeurs.Texte(3); break;
                case Balise.DteAdr: date ??= valeurs.Date(new Chemin(chemin, 0, "DteAdr")); break;
                default: Inconnu(chemin); break;
            }
        }

        return new Adresse(textes[0], textes[1], textes[2], textes[3], textes[4], textes[5], textes[6], textes[7], date);
    }

    private void LireUnEnfant(Agent agent)
    {
        switch (curseur.Balise)
        {
            case Balise.Civilite: agent.Civilite = valeurs.Texte(10); break;
            case Balise.Nom: agent.Nom = valeurs.Texte(50); break;
            case Balise.ComplNom: agent.ComplementNom = valeurs.Texte(50); break;
            case Balise.Prenom: agent.Prenom = valeurs.Texte(50); break;
            case Balise.Matricule: agent.Matricule = valeurs.Texte(24); break;
            case Balise.NIR: agent.Nir = valeurs.Texte(15); break;
            case Balise.Adresse: agent.Adresse = LireAdresse("Agent/Adresse"); break;
            case Balise.NbEnfants: agent.NbEnfants = valeurs.Entier("Agent/NbEnfants"); break;
            case Balise.Statut: agent.Statut = LireStatut(); break;
            case Balise.RefNomenStatutaire: LireReferenceStatutaire(agent); break;
            case Balise.EmploiMetier: agent.EmploiMetier = valeurs.Texte(50); break;
            case Balise.Grade: agent.Grade = valeurs.Texte(100); break;
            case Balise.Echelon: agent.Echelon = valeurs.Texte(50); break;
            case Balise.Indice: LireIndice(agent); break;
            case Balise.CptBancaire: agent.Compte = LireCompte(); break;
            default: Inconnu("Agent"); break;
        }
    }

    /// <summary>Exact first, then upper case with "_" for spaces; an unknown status keeps its text (format page §6.1).</summary>
    private string? LireStatut()
    {
        if (valeurs.Texte(24) is not { } texte)
            return null;
        if (StatutsConnus.Contains(texte))
            return texte;
        var normalise = texte.ToUpperInvariant().Replace(' ', '_');
        return StatutsConnus.Contains(normalise) ? normalise : texte;
    }

    private static readonly string[] StatutsConnus =
        ["TITULAIRE", "NON_TITULAIRE", "STAGIAIRE", "EMPLOI_FONC", "EMPLOI_AIDE", "AUTRE_STATUT"];

    private void LireIndice(Agent agent)
    {
        var texte = curseur.V?.Trim();
        // Empty is the schema's own way to say "not paid by index", and zero means the same (defect D45).
        var indice = string.IsNullOrEmpty(texte) ? null : valeurs.Entier("Agent/Indice");
        agent.IndiceTexte = texte;
        agent.Indice = indice is > 0 ? indice : null;
    }

    private void LireReferenceStatutaire(Agent agent)
    {
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (curseur.Balise == Balise.Code) agent.ReferenceStatutaireCode = valeurs.CodeAttendu(10, "de la nomenclature statutaire d'un agent");
            else if (curseur.Balise == Balise.Libelle) agent.ReferenceStatutaireLibelle = valeurs.Code(100);
            else Inconnu("Agent/RefNomenStatutaire");
        }
    }

    private CompteBancaire LireCompte()
    {
        var textes = new string?[10];
        DateOnly? date = null;
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            switch (curseur.Balise)
            {
                case Balise.IdPayInt: textes[0] = valeurs.Code(4); break;
                case Balise.IdBancInt: textes[1] = valeurs.Code(11); break;
                case Balise.CodeEtab: textes[2] = valeurs.Code(5); break;
                case Balise.CodeGuic: textes[3] = valeurs.Code(5); break;
                case Balise.IdCpte: textes[4] = valeurs.Code(11); break;
                case Balise.CleRib: textes[5] = valeurs.Code(2); break;
                case Balise.BIC: textes[6] = valeurs.Code(11); break;
                case Balise.IBAN: textes[7] = valeurs.Code(34); break;
                case Balise.LibBanc: textes[8] = valeurs.Code(24); break;
                case Balise.TitCpte: textes[9] = valeurs.Texte(32); break;
                case Balise.DteBanc: date = valeurs.Date("Agent/CptBancaire/DteBanc"); break;
                default: Inconnu("Agent/CptBancaire"); break;
            }
        }

        return new CompteBancaire(
            textes[0], textes[1], textes[2], textes[3], textes[4], textes[5], textes[6], textes[7], textes[8], textes[9], date);
    }

    private void Inconnu(string chemin) =>
        valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, $"{chemin}/{curseur.Nom}", $"L'élément {curseur.Nom} est inconnu sous {chemin} : il est gardé à part.");
}
