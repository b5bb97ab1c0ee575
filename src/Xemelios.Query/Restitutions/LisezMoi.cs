using System.Globalization;
using System.Text;

namespace Xemelios.Query.Restitutions;

/// <summary>What a restitution is, for the person who receives it: what each file holds, what is masked or not and why, what is not held.</summary>
internal static class LisezMoi
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string De(Restitution r, BilanDeRestitution bilan)
    {
        var texte = new StringBuilder();
        Presenter(texte, r, bilan);
        Fichiers(texte, bilan);
        Masques(texte, bilan);
        Absences(texte, r, bilan);
        return texte.ToString();
    }

    private static void Presenter(StringBuilder t, Restitution r, BilanDeRestitution bilan)
    {
        var plan = r.Plan;
        t.Append(Francais, $"""
            RESTITUTION DES DONNÉES DÉTENUES SUR UN AGENT
            Droit d'accès : règlement (UE) 2016/679 (RGPD), article 15.

            Agent      : {$"{plan.Nom} {plan.Prenom}".Trim()}, matricule {plan.Matricule}
            Employeur  : {plan.Employeur ?? "sans nom"}, SIRET {plan.Siret}
            Demande    : {r.Motif}
            Établie le : {r.Etabli.ToString("dddd d MMMM yyyy 'à' HH 'h' mm", Francais)}, par {r.Utilisateur}
            Période    : de {plan.Bulletins[0].Mois} à {plan.Bulletins[^1].Mois}, {bilan.Bulletins} bulletin(s) de paye

            Ces données viennent des fichiers de paye que l'employeur a transmis à son comptable public. Elles servent au contrôle et au
            paiement de la paye. Elles sont lues dans la base de Xemelios.Next et dans les fichiers originaux, qui ne sont jamais modifiés.

            """);
    }

    private static void Fichiers(StringBuilder t, BilanDeRestitution bilan) => t.Append(Francais, $"""

        CE QUE CONTIENT CHAQUE FICHIER
        identite.json, identite.csv  les {bilan.Descriptions} description(s) distinctes de l'agent : identité, NIR, adresse, enfants à charge, emploi, grade, compte
                                     bancaire, avec le premier et le dernier mois de chacune
        bulletins/*.pdf              chaque bulletin de paye, à lire ou à imprimer
        bulletins/bulletins.json     les mêmes, avec toutes leurs lignes, pour un programme
        sources/*.xml                chaque bulletin tel qu'il a été reçu, octet pour octet
        sources/index.csv            pour chacun : le nom et l'empreinte SHA-256 du fichier original, et l'octet où il y commence
        pieces/                      {bilan.PiecesCopiees} justificatif(s) que ses bulletins citent, tels qu'ils ont été reçus
        pieces/liste.csv             les {bilan.PiecesCitees} justificatif(s) cités, copiés ou non, avec la raison
        consultations.csv            {bilan.Consultations} consultation(s), avec leur date, leur nature et le profil de leur auteur
        notes.csv                    {bilan.Notes} demande(s) de rectification (RGPD, article 16), et ce qui en a été décidé
        controles.csv                ce que le poste comptable a écrit du contrôle de ses bulletins : visas, notes et réponses
        empreintes.csv               l'empreinte SHA-256 de chacun de ces fichiers, sauf d'elle-même

        """);

    private static void Masques(StringBuilder t, BilanDeRestitution bilan)
    {
        t.Append("""

            CE QUI EST MASQUÉ
            Rien n'est masqué : ce sont les données de l'agent lui-même. Ce fichier ne se remet qu'à lui, ou à qui le représente.
            Les consultations sont dites par date, nature et profil ; le nom de leur auteur est gardé au journal, et n'est pas donné ici
            parce qu'il est lui-même une donnée personnelle. Le motif d'une consultation qui portait sur plusieurs agents n'est pas repris.

            """);
        if (bilan.PiecesPartagees > 0)
        {
            t.Append(Francais, $"""
                {bilan.PiecesPartagees} justificatif(s) concernent aussi d'autres agents : ils sont nommés dans pieces/liste.csv et ne sont pas copiés, parce qu'ils
                donneraient les données d'autrui. Demandez-en un extrait à l'employeur.

                """);
        }
    }

    private static void Absences(StringBuilder t, Restitution r, BilanDeRestitution bilan)
    {
        t.Append("""

            CE QUI N'EST PAS ICI
            - Les données d'un autre employeur, ou d'un autre matricule chez le même : chacun se demande à part, et rien n'est rapproché
              au-dessus du poste comptable (arrêté du 3 août 2005, article 1).
            - Le dossier administratif, les congés et la carrière : ils sont tenus par l'employeur.
            - Les mandats, bordereaux et états de paye : ils ne nomment personne ou portent des sommes de plusieurs agents.
            - Les consultations dont le délai légal de conservation est passé.

            """);
        if (r.Plan.FichiersRemplaces > 0)
            t.Append(Francais, $"""
                - {r.Plan.FichiersRemplaces} fichier(s) de l'employeur ont été remplacés par un fichier corrigé. Leurs originaux restent gardés, mais plus rien n'en est lu :
                  ce qu'ils disaient de l'agent n'est pas repris ici.

                """);
        if (bilan.SourcesManquantes > 0)
            t.Append(Francais, $"- {bilan.SourcesManquantes} bulletin(s) dont le fichier original ne se relit plus : voyez sources/index.csv.\n");
        if (r.PerimetreLimite)
            t.Append("""
                - Ce que l'habilitation de qui a établi ce fichier ne lui ouvre pas : il ne voit que certains budgets ou certains mois. Le
                  comptable du poste, lui, voit tout.

                """);
    }
}
