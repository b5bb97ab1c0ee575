namespace Xemelios.Samples;

/// <summary>How the root, and perhaps its children, are qualified.</summary>
public enum StyleDeRacine
{
    PrefixeN,
    PrefixeP,
    EspaceParDefaut,
    SansEspace,
    MauvaisEspace,
    PrefixePartout,
}

/// <summary>How amounts are spelled.</summary>
public enum StyleDeNombre
{
    Minimal,
    DeuxDecimales,
    CompleteParZeros,
    Virgule,
    EntoureDEspaces,
    Milliers,
}

/// <summary>Sign conventions of withholdings and contributions (§7.3).</summary>
public enum StyleDeSigne
{
    A,
    B,
    C,
}

/// <summary>What <c>Ordre</c> holds.</summary>
public enum StyleDOrdre
{
    Rang,
    Groupe,
    Compteur,
    CodeDePosition,
}

/// <summary>How characters are escaped in values.</summary>
public enum StyleDeReference
{
    Necessaires,
    Decimales,
    Hexadecimales,
}

/// <summary>How a vendor writes an XHL: everything that changes bytes without changing what the file says, and the defects of §11.2.</summary>
public sealed record Dialecte
{
    /// <summary>Schema-valid, as the official examples are.</summary>
    public static Dialecte Standard { get; } = new();

    public Encodage Encodage { get; init; }
    public bool Crlf { get; init; }
    public StyleDeRacine Racine { get; init; }
    public bool SchemaLocation { get; init; }
    public bool Standalone { get; init; }
    public bool EspacesAutourDuEgal { get; init; }
    public bool RetourAvantV { get; init; }
    public bool GuillemetsSimples { get; init; }
    public StyleDeReference References { get; init; }
    public bool CommentairesXml { get; init; }
    public bool MoisSurDeuxChiffres { get; init; } = true;
    public string IdVer { get; init; } = "1.1";
    public StyleDeNombre Nombres { get; init; } = StyleDeNombre.DeuxDecimales;
    public StyleDeSigne Signes { get; init; }
    public StyleDOrdre Ordre { get; init; }

    /// <summary>Employer share and employee share of a contribution have one code and one <c>Ordre</c> (D48).</summary>
    public bool CodesPartages { get; init; }

    /// <summary>Element names (or <c>Parent/Name</c>) never written (D12, D13, D16–D19).</summary>
    public IReadOnlySet<string> Omis { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Element names (or <c>Parent/Name</c>) whose <c>V</c> is replaced by that text (D27–D32, D44–D46).</summary>
    public IReadOnlyDictionary<string, string> Valeurs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Categories in reverse order, amount first in a line, matricule first in the agent (D21, D23, D24).</summary>
    public bool Desordre { get; init; }

    /// <summary>An unknown leaf in each bulletin (D22).</summary>
    public bool ElementInconnu { get; init; }

    /// <summary>An unknown category in each <c>Remuneration</c>, with an amount that no total holds (D22).</summary>
    public bool CategorieInconnue { get; init; }

    /// <summary>The NBI given as two elements (D26).</summary>
    public bool DeuxNbi { get; init; }

    /// <summary>Three <c>Evenement</c> in each bulletin (D25).</summary>
    public bool TroisEvenements { get; init; }

    /// <summary>Bulletins cut in two <c>DonneesIndiv</c>, the second with an <c>Etablissement</c>.</summary>
    public bool DeuxEtablissements { get; init; }

    /// <summary>An empty <c>DonneesIndiv</c> before the real one (D14).</summary>
    public bool DonneesIndivVide { get; init; }

    /// <summary>An empty <c>PayeIndivMensuel</c> before the others (D15).</summary>
    public bool BulletinVide { get; init; }

    /// <summary>Every code of <c>NomenclatureCaisse</c> twice, with two labels (D36).</summary>
    public bool NomenclatureEnDouble { get; init; }

    /// <summary>Employer given again as <c>Etablissement</c>, as most vendors do.</summary>
    public bool EtablissementRepete { get; init; }

    /// <summary>Optional elements of lines and agents left out (<c>Base</c>, <c>Taux</c>, <c>Civilite</c>…).</summary>
    public bool FacultatifsAbsents { get; init; }

    /// <summary>Namespace of the root, null for none.</summary>
    internal string? Espace => Racine switch
    {
        StyleDeRacine.SansEspace => null,
        StyleDeRacine.MauvaisEspace => "http://www.minefi.gouv.fr/cp/helios/pes",
        _ => "http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1",
    };

    internal string Prefixe => Racine switch
    {
        StyleDeRacine.PrefixeP => "p:",
        StyleDeRacine.EspaceParDefaut or StyleDeRacine.SansEspace => "",
        _ => "n:",
    };

    internal string PrefixeDesEnfants => Racine == StyleDeRacine.PrefixePartout ? Prefixe : "";
}
