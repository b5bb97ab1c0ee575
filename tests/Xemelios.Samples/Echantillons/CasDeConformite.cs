using System.Text;
using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>A tiny conformance case: input files and <c>attendu.json</c>.</summary>
public sealed record CasDeConformite(string Code, IReadOnlyList<FichierFictif> Fichiers)
{
    /// <summary>All cases, in order of code.</summary>
    public static List<CasDeConformite> Tous() =>
        [.. new[] { CasDeDialectes.Tous(), CasDeDefauts.Tous(), CasDeVolumes.Tous(), CasDePes.Tous(), CasDArchives.Tous(), CasDesRegles.Tous().Select(r => r.Fini()) }.SelectMany(c => c).OrderBy(c => c.Code, StringComparer.Ordinal)];
}

/// <summary>Puts a case together: files, then the expected figures less those that the case says nothing about.</summary>
internal sealed class Cas(string code, string description)
{
    private readonly List<FichierFictif> _fichiers = [];
    private readonly JsonObject _attendu = new() { ["description"] = description };
    private readonly List<Attendu> _etats = [];
    private readonly List<string> _anomalies = [];
    private readonly HashSet<string> _tus = new(StringComparer.Ordinal);

    public Cas Avec(params IEnumerable<FichierFictif> fichiers)
    {
        _fichiers.AddRange(fichiers);
        return this;
    }

    public Cas Etat(Attendu attendu)
    {
        _etats.Add(attendu);
        return this;
    }

    /// <summary>Defects that the file shows.</summary>
    public Cas Defauts(params IEnumerable<string> codes)
    {
        _anomalies.AddRange(codes);
        return this;
    }

    /// <summary>Keys of an état that are left out, because several readings are right.</summary>
    public Cas Tait(params IEnumerable<string> cles)
    {
        _tus.UnionWith(cles);
        return this;
    }

    /// <summary>Any other key.</summary>
    public Cas Cle(string nom, JsonNode valeur)
    {
        _attendu[nom] = valeur;
        return this;
    }

    public CasDeConformite Fini()
    {
        _attendu["etats"] = new JsonArray([.. _etats.Select(SansCeQuiEstTu)]);
        if (_anomalies.Count > 0)
            _attendu["anomalies"] = new JsonArray([.. _anomalies.Select(a => JsonValue.Create(a))]);
        if (_etats.Count == 1)
            Montants(_etats[0]);
        return new CasDeConformite(code, [.. _fichiers, new("attendu.json", Encoding.UTF8.GetBytes(AttenduJson.Texte(_attendu)))]);
    }

    private void Montants(Attendu etat)
    {
        if (etat.Recalcule.Count > 0 && !_tus.Contains("natures"))
            _attendu["natures"] = AttenduJson.Natures(etat.Recalcule);
        if (etat.NonAttribue != 0 && !_tus.Contains("natures"))
            _attendu["non_attribue"] = Centimes.Texte(etat.NonAttribue);
        if (etat.Repartition.Count > 0)
            _attendu["repartition_par_nature"] = AttenduJson.Natures(etat.Repartition);
        if (etat.Mandate is { } mandate)
            _attendu["mandate"] = AttenduJson.Natures(mandate);
        if (etat.Lien is { } lien)
            _attendu["lien"] = lien;
        if (etat.Ecarts.Count > 0)
            _attendu["ecarts"] = AttenduJson.Natures(etat.Ecarts);
        if (etat.HeuresSup.Count > 0)
            _attendu["heures_supplementaires"] = AttenduJson.Heures(etat);
        if (etat.Pieces.Count > 0)
            _attendu["justificatifs"] = AttenduJson.Justificatifs([etat]);
    }

    private JsonObject SansCeQuiEstTu(Attendu attendu)
    {
        var etat = AttenduJson.Etat(attendu);
        foreach (var cle in _tus)
            etat.Remove(cle);
        return etat;
    }
}

/// <summary>The small model that most cases share.</summary>
internal static class MoisDeCas
{
    private static readonly OptionsDeBulletin Sobre = new() { Commentaires = false, AvantagesEnNature = false, Acomptes = false };

    /// <summary>A few bulletins of a municipality.</summary>
    public static MoisDePaye Petit(int bulletins = 3, ulong graine = 7, ProfilDePaye profil = ProfilDePaye.Commune) =>
        GenerateurDeMois.Simple(graine, bulletins, profil, Sobre) with { NomenclatureComplete = false };

    /// <summary>A case of one file in one dialect.</summary>
    public static Cas Dialecte(string code, string description, Dialecte dialecte, MoisDePaye? mois = null)
    {
        var etat = EtatPublie.Creer(mois ?? Petit(), dialecte: dialecte);
        return new Cas(code, description).Avec(etat.Xhl).Etat(etat.Attendu);
    }
}
