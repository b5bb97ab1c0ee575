using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Xemelios.Domain.Paye;

namespace Xemelios.Store.Tables;

/// <summary>A fingerprint of all that a bulletin says of its agent and his service: two descriptions that have the same are the same.</summary>
internal readonly record struct EmpreinteDAgent(long Debut, long Fin);

/// <summary>Makes fingerprints, one after another.</summary>
internal sealed class CalculDEmpreinte
{
    private const int Absent = -1;
    private byte[] _tampon = new byte[4096];
    private int _longueur;

    public EmpreinteDAgent Calculer(Agent agent, string? service)
    {
        _longueur = 0;
        Textes(agent.Civilite, agent.Nom, agent.ComplementNom, agent.Prenom, agent.Matricule, agent.Nir);
        var adresse = agent.Adresse;
        Textes(adresse?.Type, adresse?.Ligne1, adresse?.Ligne2, adresse?.Ligne3, adresse?.CodePostal, adresse?.Ville, adresse?.CodeResidence, adresse?.CodePays);
        Nombre(adresse?.Date?.DayNumber);
        Nombre(agent.NbEnfants);
        Textes(agent.Statut, agent.EmploiMetier, agent.Grade, service, agent.ReferenceStatutaireCode, agent.ReferenceStatutaireLibelle, agent.Echelon, agent.IndiceTexte);
        Nombre(agent.Indice);
        var compte = agent.Compte;
        Textes(compte?.IdPays, compte?.IdBanque, compte?.CodeEtablissement, compte?.CodeGuichet, compte?.NumeroCompte, compte?.CleRib);
        Textes(compte?.Bic, compte?.Iban, compte?.LibelleBanque, compte?.Titulaire);
        Nombre(compte?.Date?.DayNumber);
        Span<byte> condense = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_tampon.AsSpan(0, _longueur), condense);
        return new EmpreinteDAgent(BinaryPrimitives.ReadInt64LittleEndian(condense), BinaryPrimitives.ReadInt64LittleEndian(condense[sizeof(long)..]));
    }

    private void Textes(params ReadOnlySpan<string?> textes)
    {
        foreach (var texte in textes)
        {
            // A length before each text: no two descriptions can be written alike.
            Nombre(texte?.Length);
            if (texte is not null)
                Ecrire(MemoryMarshal.AsBytes(texte.AsSpan()));
        }
    }

    private void Nombre(int? nombre)
    {
        Span<byte> octets = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(octets, nombre ?? (long)int.MinValue + Absent);
        Ecrire(octets);
    }

    private void Ecrire(ReadOnlySpan<byte> octets)
    {
        if (_longueur + octets.Length > _tampon.Length)
            Array.Resize(ref _tampon, Math.Max(_tampon.Length * 2, _longueur + octets.Length));
        octets.CopyTo(_tampon.AsSpan(_longueur));
        _longueur += octets.Length;
    }
}
