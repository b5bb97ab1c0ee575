namespace Xemelios.Samples;

/// <summary>Draws dialects, and names those of the vendors of §11.1.</summary>
public static class DialectesAleatoires
{
    /// <summary>Any mixture that leaves bulletins, lines and amounts exactly what the model says.</summary>
    public static Dialecte Tirer(Hasard hasard) => new()
    {
        Encodage = hasard.Parmi(Enum.GetValues<Encodage>()),
        Crlf = hasard.Parfois(30),
        Racine = hasard.Parmi(Enum.GetValues<StyleDeRacine>()),
        SchemaLocation = hasard.Parfois(20),
        EspacesAutourDuEgal = hasard.Parfois(25),
        RetourAvantV = hasard.Parfois(10),
        GuillemetsSimples = hasard.Parfois(20),
        References = hasard.Parmi(Enum.GetValues<StyleDeReference>()),
        CommentairesXml = hasard.Parfois(20),
        MoisSurDeuxChiffres = hasard.Parfois(60),
        IdVer = hasard.Parmi(["1.1", "0.00", "0.000"]),
        Nombres = hasard.Parmi(Enum.GetValues<StyleDeNombre>()),
        Signes = hasard.Parmi(Enum.GetValues<StyleDeSigne>()),
        Ordre = hasard.Parmi(Enum.GetValues<StyleDOrdre>()),
        CodesPartages = hasard.Parfois(30),
        Omis = new HashSet<string>(hasard.Parmi<string[]>([[], [], ["Statut", "Service"], ["Etablissement", "TauxHor", "ComplNom"], ["NBI", "CptBancaire"]]), StringComparer.Ordinal),
        Desordre = hasard.Parfois(15),
        ElementInconnu = hasard.Parfois(10),
        DeuxNbi = hasard.Parfois(15),
        TroisEvenements = hasard.Parfois(10),
        DeuxEtablissements = hasard.Parfois(15),
        DonneesIndivVide = hasard.Parfois(8),
        BulletinVide = hasard.Parfois(8),
        NomenclatureEnDouble = hasard.Parfois(20),
        EtablissementRepete = hasard.Parfois(30),
        FacultatifsAbsents = hasard.Parfois(15),
    };

    /// <summary>The dialects V1' to V4 of the format page, without what makes their files incomplete.</summary>
    public static IReadOnlyDictionary<string, Dialecte> Editeurs { get; } = new Dictionary<string, Dialecte>(StringComparer.Ordinal)
    {
        ["v1"] = new()
        {
            Encodage = Encodage.Utf8, Racine = StyleDeRacine.MauvaisEspace, SchemaLocation = true, IdVer = "0.00", MoisSurDeuxChiffres = false,
            EtablissementRepete = true, Signes = StyleDeSigne.B, Ordre = StyleDOrdre.Compteur, EspacesAutourDuEgal = true, NomenclatureEnDouble = true,
        },
        ["v2"] = new()
        {
            SchemaLocation = true, IdVer = "0.000", MoisSurDeuxChiffres = false, EtablissementRepete = true, Signes = StyleDeSigne.C,
            Omis = new HashSet<string>(StringComparer.Ordinal) { "Statut", "Service", "Civilite", "ComplNom", "TauxHor" }, EspacesAutourDuEgal = true,
        },
        ["v3"] = new()
        {
            Racine = StyleDeRacine.PrefixeP, Standalone = true, EtablissementRepete = true, Nombres = StyleDeNombre.Minimal,
            Ordre = StyleDOrdre.CodeDePosition, CodesPartages = true,
        },
        ["v4"] = new()
        {
            Racine = StyleDeRacine.MauvaisEspace, SchemaLocation = true, EtablissementRepete = true, Nombres = StyleDeNombre.CompleteParZeros,
            Ordre = StyleDOrdre.CodeDePosition, CodesPartages = true, RetourAvantV = true, EspacesAutourDuEgal = true,
            Omis = new HashSet<string>(StringComparer.Ordinal) { "Budget", "ComplNom", "TauxHor" },
        },
    };
}
