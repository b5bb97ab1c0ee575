using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>Vendors' ways of writing one and the same état.</summary>
internal static class CasDeDialectes
{
    public static IEnumerable<CasDeConformite> Tous() =>
        [.. Editeurs().Concat(Racines()).Concat(Octets()).Concat(Ecriture()).Concat(Nombres()).Select(c => c.Fini())];

    private static IEnumerable<Cas> Editeurs()
    {
        foreach (var (nom, dialecte) in DialectesAleatoires.Editeurs)
        {
            var sansBudget = dialecte.Omis.Contains("Budget");
            var mois = MoisDeCas.Petit(6) with { Budget = sansBudget ? null : "00" };
            yield return MoisDeCas.Dialecte($"editeur-{nom}", $"Dialecte de l'éditeur {nom.ToUpperInvariant()}", dialecte, mois);
        }
    }

    private static IEnumerable<Cas> Racines() =>
    [
        MoisDeCas.Dialecte("standard", "Fichier conforme au schéma 1.4", Dialecte.Standard),
        Racine("d01-mauvais-espace", "Espace de noms faux sur la racine", StyleDeRacine.MauvaisEspace).Defauts("D01"),
        Racine("d01-sans-espace", "Racine sans espace de noms", StyleDeRacine.SansEspace).Defauts("D01"),
        Racine("d02-prefixe-p", "Préfixe p: sur la racine", StyleDeRacine.PrefixeP),
        Racine("d03-espace-par-defaut", "Espace de noms par défaut : les enfants sont qualifiés", StyleDeRacine.EspaceParDefaut),
        Racine("d04-prefixe-partout", "Préfixe sur tous les éléments", StyleDeRacine.PrefixePartout),
        MoisDeCas.Dialecte("d05-schema-location", "xmlns:dep et schemaLocation étrangers", Dialecte.Standard with { SchemaLocation = true }),
    ];

    private static IEnumerable<Cas> Octets() =>
    [
        Encodage("d07-1252-sous-utf8", "Octets windows-1252 sous une déclaration UTF-8", Samples.Encodage.Windows1252SousUtf8).Defauts("D07"),
        Encodage("d07-1252-non-declare", "Octets windows-1252 sans encodage déclaré", Samples.Encodage.Windows1252NonDeclare).Defauts("D07"),
        Encodage("d08-1252-sous-latin1", "Octets windows-1252 sous une déclaration ISO-8859-1", Samples.Encodage.Windows1252SousLatin1),
        Encodage("utf8", "UTF-8 sans marque d'ordre", Samples.Encodage.Utf8),
        Encodage("utf8-bom", "UTF-8 avec marque d'ordre", Samples.Encodage.Utf8AvecBom),
        MoisDeCas.Dialecte("crlf", "Fins de ligne CRLF", Dialecte.Standard with { Crlf = true }),
    ];

    private static IEnumerable<Cas> Ecriture() =>
    [
        MoisDeCas.Dialecte("d06-espaces", "Espaces autour de =, retour à la ligne avant V", Dialecte.Standard with { EspacesAutourDuEgal = true, RetourAvantV = true }),
        MoisDeCas.Dialecte("guillemets-simples", "Valeurs entre apostrophes", Dialecte.Standard with { GuillemetsSimples = true }),
        MoisDeCas.Dialecte("references-decimales", "Accents en références décimales, &apos;", Dialecte.Standard with { References = StyleDeReference.Decimales }),
        MoisDeCas.Dialecte("references-hexadecimales", "Accents en références hexadécimales", Dialecte.Standard with { References = StyleDeReference.Hexadecimales }),
        MoisDeCas.Dialecte("commentaires-xml", "Commentaires XML entre les bulletins", Dialecte.Standard with { CommentairesXml = true }),
        MoisDeCas.Dialecte("mois-un-chiffre", "Mois sur un chiffre", Dialecte.Standard with { MoisSurDeuxChiffres = false }),
        MoisDeCas.Dialecte("ordre-groupe", "Ordre est un numéro de groupe", Dialecte.Standard with { Ordre = StyleDOrdre.Groupe }),
        MoisDeCas.Dialecte("ordre-compteur", "Ordre court sur tout le fichier", Dialecte.Standard with { Ordre = StyleDOrdre.Compteur }),
        MoisDeCas.Dialecte("d48-codes-partages", "Un même code et un même ordre pour la part salariale et la part patronale",
            Dialecte.Standard with { CodesPartages = true, Ordre = StyleDOrdre.CodeDePosition }),
    ];

    private static IEnumerable<Cas> Nombres() =>
    [
        Nombre("nombres-minimaux", "Montants sans zéros inutiles", StyleDeNombre.Minimal),
        Nombre("d28-zeros-de-tete", "Montants complétés par des zéros", StyleDeNombre.CompleteParZeros),
        Nombre("d28-espaces-dans-v", "Montants entourés d'espaces", StyleDeNombre.EntoureDEspaces),
        Nombre("d29-virgule", "Virgule décimale", StyleDeNombre.Virgule).Defauts("D29"),
        Nombre("d29-milliers", "Espace insécable entre les milliers", StyleDeNombre.Milliers).Defauts("D29"),
        MoisDeCas.Dialecte("d34-signes-b", "Retenues et cotisations négatives", Dialecte.Standard with { Signes = StyleDeSigne.B }, MoisDeCas.Petit(8)),
        MoisDeCas.Dialecte("d34-signes-c", "Taux négatifs sur les retenues", Dialecte.Standard with { Signes = StyleDeSigne.C }, MoisDeCas.Petit(8)),
    ];

    private static Cas Racine(string code, string description, StyleDeRacine style) =>
        MoisDeCas.Dialecte(code, description, Dialecte.Standard with { Racine = style });

    // A curly apostrophe, a euro sign and an œ: the characters that tell windows-1252 from ISO-8859-1.
    private static Cas Encodage(string code, string description, Encodage encodage)
    {
        var mois = MoisDeCas.Petit();
        var premier = mois.Bulletins[0] with { Agent = mois.Bulletins[0].Agent with { Nom = "LECŒUR", Service = "Régie d’avances (€)" } };
        return MoisDeCas.Dialecte(code, description, Dialecte.Standard with { Encodage = encodage }, mois with { Bulletins = [premier, .. mois.Bulletins.Skip(1)] })
            .Cle("premier_agent", new JsonObject { ["matricule"] = premier.Agent.Matricule, ["nom"] = premier.Agent.Nom, ["service"] = premier.Agent.Service });
    }

    private static Cas Nombre(string code, string description, StyleDeNombre style) =>
        MoisDeCas.Dialecte(code, description, Dialecte.Standard with { Nombres = style });
}
