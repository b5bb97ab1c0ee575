using System.Globalization;
using System.Text;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>One thing that is wrong in a file of postes.</summary>
/// <param name="Ligne">Counted from 1, as an editor shows it.</param>
/// <param name="Code">Stable: <c>POSTE-0001</c>…</param>
/// <param name="Message">French sentence.</param>
public sealed record ErreurDePostes(int Ligne, string Code, string Message);

/// <summary>What became of a file of postes: when it has an error, nothing was taken.</summary>
public sealed record RapportDePostes
{
    public IReadOnlyList<ErreurDePostes> Erreurs { get; init; } = [];

    public int Lignes { get; init; }

    public int PostesAjoutes { get; init; }

    public int PostesModifies { get; init; }

    public int CollectivitesAjoutees { get; init; }

    public int CollectivitesModifiees { get; init; }
}

/// <summary>One line of a file of postes.</summary>
internal sealed record LigneDePostes(int Numero, PosteComptable Poste, CollectiviteDePoste Collectivite);

/// <summary>Reads <c>poste;libelle poste;siret;libelle;du;au</c>: UTF-8 or Windows-1252, quotes doubled inside quotes, dates
/// <c>2026-01-31</c> or <c>31/01/2026</c> or empty.</summary>
internal sealed class FichierDePostes
{
    private const int OctetsMax = 4 << 20;
    private const int ErreursMax = 100;
    private static readonly string[] EnTete = ["poste", "libelle poste", "siret", "libelle", "du", "au"];
    private readonly List<ErreurDePostes> _erreurs = [];
    private readonly List<LigneDePostes> _lignes = [];

    public IReadOnlyList<ErreurDePostes> Erreurs => _erreurs;

    public IReadOnlyList<LigneDePostes> Lignes => _lignes;

    public static FichierDePostes Lire(Stream csv)
    {
        var fichier = new FichierDePostes();
        if (Texte(csv) is not { } texte)
            fichier.Refuser(1, "POSTE-0001", $"Le fichier dépasse {OctetsMax >> 20} Mo.");
        else
            fichier.LireLesLignes(texte);
        return fichier;
    }

    private static string? Texte(Stream csv)
    {
        using var lu = new MemoryStream();
        var tampon = new byte[81920];
        for (int n; (n = csv.Read(tampon)) > 0; lu.Write(tampon, 0, n))
        {
            if (lu.Length + n > OctetsMax)
                return null;
        }

        var octets = lu.GetBuffer().AsSpan(0, (int)lu.Length);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            // Spreadsheets still write Western European bytes; the letters of French are the same in Latin-1.
            return Encoding.Latin1.GetString(octets);
        }
    }

    private void LireLesLignes(string texte)
    {
        var numero = 0;
        foreach (var ligne in texte.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            numero++;
            if (numero == 1)
                LireLEnTete(ligne);
            else if (ligne.Trim(' ', ';', '\t').Length > 0)
                LireUneLigne(numero, ligne);
            if (_erreurs.Count >= ErreursMax)
                return;
        }

        if (_erreurs.Count == 0 && _lignes.Count == 0)
            Refuser(numero, "POSTE-0003", "Le fichier ne contient aucun poste.");
    }

    private void LireLEnTete(string ligne)
    {
        if (Champs(ligne) is not { } champs || !champs.Select(c => SansAccent(c.Trim().ToLowerInvariant())).SequenceEqual(EnTete))
            Refuser(1, "POSTE-0002", $"La première ligne doit être « {string.Join(';', EnTete)} ».");
    }

    private void LireUneLigne(int numero, string ligne)
    {
        if (Champs(ligne) is not { } champs)
        {
            Refuser(numero, "POSTE-0004", "Un guillemet n'est pas fermé, ou se trouve au milieu d'une case.");
            return;
        }

        if (champs.Count != EnTete.Length)
        {
            Refuser(numero, "POSTE-0005", $"La ligne a {champs.Count} cases au lieu de {EnTete.Length}.");
            return;
        }

        var (code, libellePoste, siret, libelle) = (champs[0].Trim(), champs[1].Trim(), ReglesDePoste.SansEspaces(champs[2]), champs[3].Trim());
        var avant = _erreurs.Count;
        Signaler(numero, "POSTE-0006", ReglesDePoste.Erreur(code, libellePoste));
        Signaler(numero, "POSTE-0007", ReglesDePoste.ErreurDeSiret(siret));
        Signaler(numero, "POSTE-0008", ReglesDePoste.ErreurDeLibelle("Le libellé de la collectivité", libelle));
        var (du, au) = (Date(numero, champs[4]), Date(numero, champs[5]));
        Signaler(numero, "POSTE-0010", au < du ? "La collectivité quitte le poste avant d'y entrer." : null);
        if (_erreurs.Count == avant)
            _lignes.Add(new LigneDePostes(numero, new PosteComptable(code, libellePoste), new CollectiviteDePoste(code, siret, libelle, du, au)));
    }

    private DateOnly? Date(int numero, string texte)
    {
        texte = texte.Trim();
        if (texte.Length == 0)
            return null;
        if (DateOnly.TryParseExact(texte, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Refuser(numero, "POSTE-0009", "Une date s'écrit AAAA-MM-JJ ou JJ/MM/AAAA.");
        return null;
    }

    private void Signaler(int numero, string code, string? erreur)
    {
        if (erreur is not null)
            Refuser(numero, code, erreur);
    }

    private void Refuser(int numero, string code, string message) => _erreurs.Add(new ErreurDePostes(numero, code, message));

    private static string SansAccent(string texte) => texte.Replace('é', 'e');

    /// <summary>The cells of a line; null when its quotes do not match.</summary>
    private static List<string>? Champs(string ligne)
    {
        var champs = new List<string>();
        var position = 0;
        do
        {
            if (Champ(ligne, ref position) is not { } champ)
                return null;
            champs.Add(champ);
        }
        while (position++ < ligne.Length);
        return champs;
    }

    /// <summary>Reads a cell and stops on the semicolon after it, or at the end.</summary>
    private static string? Champ(string ligne, ref int position)
    {
        if (position >= ligne.Length || ligne[position] != '"')
        {
            var fin = ligne.IndexOf(';', position);
            var brut = fin < 0 ? ligne[position..] : ligne[position..fin];
            position += brut.Length;
            return brut.Contains('"', StringComparison.Ordinal) ? null : brut;
        }

        var lu = new StringBuilder();
        for (position++; position < ligne.Length; position++)
        {
            if (ligne[position] != '"')
                lu.Append(ligne[position]);
            else if (position + 1 < ligne.Length && ligne[position + 1] == '"')
                lu.Append(ligne[position++]);
            else
                return ++position == ligne.Length || ligne[position] == ';' ? lu.ToString() : null;
        }

        return null;
    }
}
